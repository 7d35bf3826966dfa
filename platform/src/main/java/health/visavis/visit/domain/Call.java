package health.visavis.visit.domain;

import health.visavis.kernel.VisitId;
import java.time.Instant;

/// The line a visit is held on. It is opened by the doctor's first admission and ends with the visit; a patient
/// who is put back waits while it stays open.
public sealed interface Call {

    VisitId visit();

    record NotOpened(VisitId visit) implements Call {

        public Open open(String engine, Instant at) {
            return new Open(visit, engine, at);
        }
    }

    record Open(VisitId visit, String engine, Instant openedAt) implements Call {

        public Ended end(Instant at) {
            return new Ended(visit, engine, openedAt, at);
        }
    }

    record Ended(VisitId visit, String engine, Instant openedAt, Instant endedAt) implements Call {}
}
