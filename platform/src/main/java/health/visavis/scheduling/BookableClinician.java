package health.visavis.scheduling;

import health.visavis.kernel.TimeSlot;
import health.visavis.people.ClinicianSummary;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// A clinician with hours, and the first time that can be had.
public record BookableClinician(
        ClinicianSummary clinician,
        ZoneId clinicZone,
        @Nullable TimeSlot nextFree) {}
