package health.visavis.visit.domain;

import health.visavis.kernel.VisitId;
import java.time.Instant;

/// The line a visit is held on. It is opened by the doctor's first admission and ends with the visit; a patient
/// who is put back waits while it stays open. It may move to another engine and is the same call.
public sealed interface Call {

    VisitId visit();

    record NotOpened(VisitId visit) implements Call {

        public Open open(String engine, Instant at) {
            return new Open(visit, Rung.first(engine, at), at);
        }
    }

    record Open(VisitId visit, Rung rung, Instant openedAt) implements Call {

        public Open move(String engine, Rung.Reason reason, Instant at) {
            return new Open(visit, rung.next(engine, reason, at), openedAt);
        }

        public Ended end(Instant at) {
            return new Ended(visit, rung, openedAt, at);
        }
    }

    record Ended(VisitId visit, Rung rung, Instant openedAt, Instant endedAt) implements Call {}
}
