package health.visavis.access;

import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import java.util.Set;
import java.util.UUID;

/// What access has to know about patients' consents; `consent` answers.
public interface PatientConsents {

    /// The consents in force now by which the patient lets this member of staff, if they treat them, see records of
    /// treatment for substance use (42 CFR 2.31).
    Set<UUID> inForce(PatientId patient, PersonId staff);
}
