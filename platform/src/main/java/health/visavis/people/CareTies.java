package health.visavis.people;

import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.people.domain.Tie;
import java.util.List;

/// What ties a patient and a clinician, as another capability knows it.
public interface CareTies {

    List<Tie> between(PatientId patient, ClinicianId clinician);
}
