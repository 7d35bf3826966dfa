package health.visavis.visit;

import health.visavis.kernel.VisitId;

/// Whoever must know at once who is in a call: asked in the transaction that changes it, and what it throws undoes the
/// change.
public interface CallWatch {

    /// Somebody sat down or left.
    void peopleChanged(VisitId visit);

    void over(VisitId visit);
}
