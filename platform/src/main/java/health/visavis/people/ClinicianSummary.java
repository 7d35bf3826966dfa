package health.visavis.people;

import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PersonId;
import java.time.ZoneId;

public record ClinicianSummary(ClinicianId id, PersonId person, String displayName, String specialty, ZoneId zone) {}
