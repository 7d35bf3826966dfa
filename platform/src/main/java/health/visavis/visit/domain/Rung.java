package health.visavis.visit.domain;

import java.time.Instant;

/// Where a visit stands on its ladder of engines, and why it came there. Numbers only grow, so two browsers that
/// report the same failure mean the same rung, and a late report means one that was left already.
public record Rung(int number, String engine, Reason reason, Instant reachedAt) {

    public enum Reason {
        /// The visit began here.
        STARTED,
        /// The engine before could not be opened, or gave nobody a pass.
        NOT_OPENED,
        /// A browser could not join the line before.
        NOT_JOINED,
        /// Sound and picture stopped and did not come back.
        MEDIA_LOST,
        /// Somebody asked to try from the top again.
        TRIED_AGAIN,
        /// The patient is on the telephone.
        BY_PHONE
    }

    public static Rung first(String engine, Instant at) {
        return new Rung(1, engine, Reason.STARTED, at);
    }

    public Rung next(String other, Reason why, Instant at) {
        return new Rung(number + 1, other, why, at);
    }
}
