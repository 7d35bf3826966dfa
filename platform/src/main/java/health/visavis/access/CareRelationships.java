package health.visavis.access;

import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import java.util.Collection;

/// What access has to know about people; `people` answers.
public interface CareRelationships {

    /// Whether this member of staff treats the patient now, alone or as part of a treating clinician's team.
    boolean exists(PersonId staff, PatientId patient);

    /// Those whom this member of staff treats now, in the same sense.
    Collection<PatientId> patientsOf(PersonId staff);

    /// Whether this member of staff is on the clinician's team.
    boolean worksWith(PersonId staff, ClinicianId clinician);
}
