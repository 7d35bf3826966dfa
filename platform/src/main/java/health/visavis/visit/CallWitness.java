package health.visavis.visit;

import health.visavis.kernel.VisitId;
import java.util.Optional;

/// Who saw the calls of an engine with their own eyes: a vendor that tells of them, or we ourselves.
public interface CallWitness {

    boolean watches(EngineName engine);

    /// Empty while nothing is known of it.
    ///
    /// @param rung the number of the step of the visit's ladder on which the call was held
    Optional<CallSeen> of(VisitId visit, int rung);
}
