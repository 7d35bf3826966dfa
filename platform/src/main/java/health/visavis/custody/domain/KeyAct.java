package health.visavis.custody.domain;

import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import java.util.Optional;

/// What can be done with keys, and with codes on paper that open like one.
public sealed interface KeyAct {

    /// A new version of the wrapping key wraps from now on.
    record Rotate() implements KeyAct {}

    /// The data key of one patient is destroyed, and with it everything that was sealed for them.
    record Destroy(PatientId of) implements KeyAct {}

    /// An earlier version of the wrapping key opens nothing any more.
    record Revoke(String keyId) implements KeyAct {}

    /// Sealed codes are printed for this doctor or nurse, to get in by in an emergency when nobody can sign in. Those
    /// from before open nothing any more.
    record MakeCodes(PersonId of) implements KeyAct {}

    default Optional<PatientId> patient() {
        return this instanceof Destroy destroy ? Optional.of(destroy.of()) : Optional.empty();
    }
}
