package health.visavis.access;

import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;

/// What access has to know about records that were opened in an emergency; `breakglass` answers.
public interface EmergencyGrants {

    /// Whether this member of staff has opened the patient's record in an emergency that is not over yet.
    boolean isOpen(PersonId staff, PatientId patient);
}
