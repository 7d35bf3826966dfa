package health.visavis.access;

import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an action is about: whose data, whose hours, which record.
public record Subject(
        @Nullable PatientId patient,
        @Nullable ClinicianId clinician,
        @Nullable UUID id,
        boolean exists) {

    public static Subject of(PatientId patient, ClinicianId clinician, UUID id) {
        return new Subject(patient, clinician, id, true);
    }

    /// Nothing has this id. Answered and recorded exactly as a record that one may not see.
    public static Subject unknown(UUID id) {
        return new Subject(null, null, id, false);
    }
}
