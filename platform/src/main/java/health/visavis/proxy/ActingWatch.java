package health.visavis.proxy;

import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;

/// Something that somebody holds while they act for a patient, and may not any more.
public interface ActingWatch {

    /// In the transaction that ends it.
    void ended(PatientId patient, PersonId person);
}
