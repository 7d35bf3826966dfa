package health.visavis.keys;

import health.visavis.kernel.PatientId;

/// The patient's data key was destroyed, as two people of the clinic have decided: what was sealed for this patient is
/// unreadable for good, and nothing more is sealed.
public class ContentDestroyed extends KeyUnavailable {

    public ContentDestroyed(PatientId patient) {
        super("data key of " + patient, "destroyed");
    }
}
