package health.visavis.people;

import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import java.time.LocalDate;
import java.time.ZoneId;

public record PatientSummary(
        PatientId id, PersonId person, String displayName, LocalDate bornOn, Gender gender, ZoneId zone) {}
