package health.visavis.telephone.domain;

import health.visavis.kernel.VisitId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A telephone call of a visit. Carriers tell what happens twice, late and in another order: a step that does not lead
/// on from a state leaves it as it is, and what has ended stays ended.
public sealed interface PhoneCall {

    /// What stays the same through all states.
    ///
    /// @param inbound whether the patient has called
    record Leg(PhoneCallId id, VisitId visit, boolean inbound, Instant beganAt) {}

    Leg leg();

    PhoneCall after(PhoneStep step, Instant at);

    /// Our side puts down the receiver.
    Ended hangUp(Instant at);

    default PhoneCallId id() {
        return leg().id();
    }

    /// We have asked the carrier; nothing rings yet.
    record Dialling(Leg leg) implements PhoneCall {

        @Override
        public PhoneCall after(PhoneStep step, Instant at) {
            return switch (step) {
                case RINGING -> new Ringing(leg, at);
                case ANSWERED -> new Answered(leg, at);
                case BUSY -> ended(Ending.BUSY, at);
                case NO_ANSWER -> ended(Ending.NO_ANSWER, at);
                case FAILED, GONE -> ended(Ending.FAILED, at);
            };
        }

        @Override
        public Ended hangUp(Instant at) {
            return ended(Ending.CANCELLED, at);
        }

        private Ended ended(Ending ending, Instant at) {
            return new Ended(leg, null, at, ending);
        }
    }

    record Ringing(Leg leg, Instant ringingSince) implements PhoneCall {

        @Override
        public PhoneCall after(PhoneStep step, Instant at) {
            return switch (step) {
                case RINGING -> this;
                case ANSWERED -> new Answered(leg, at);
                case BUSY -> ended(Ending.BUSY, at);
                case NO_ANSWER, GONE -> ended(Ending.NO_ANSWER, at);
                case FAILED -> ended(Ending.FAILED, at);
            };
        }

        @Override
        public Ended hangUp(Instant at) {
            return ended(Ending.CANCELLED, at);
        }

        private Ended ended(Ending ending, Instant at) {
            return new Ended(leg, null, at, ending);
        }
    }

    /// The patient has called and waits on the line until somebody takes the call.
    record Holding(Leg leg) implements PhoneCall {

        @Override
        public PhoneCall after(PhoneStep step, Instant at) {
            return switch (step) {
                case ANSWERED -> new Answered(leg, at);
                case GONE, NO_ANSWER -> new Ended(leg, null, at, Ending.CANCELLED);
                case FAILED -> new Ended(leg, null, at, Ending.FAILED);
                case RINGING, BUSY -> this;
            };
        }

        @Override
        public Ended hangUp(Instant at) {
            return new Ended(leg, null, at, Ending.NO_ANSWER);
        }
    }

    record Answered(Leg leg, Instant answeredAt) implements PhoneCall {

        @Override
        public PhoneCall after(PhoneStep step, Instant at) {
            return switch (step) {
                case GONE, FAILED -> hangUp(at);
                case RINGING, ANSWERED, BUSY, NO_ANSWER -> this;
            };
        }

        @Override
        public Ended hangUp(Instant at) {
            return new Ended(leg, answeredAt, at, Ending.COMPLETED);
        }
    }

    /// @param answeredAt null when nobody answered
    record Ended(Leg leg, @Nullable Instant answeredAt, Instant endedAt, Ending ending) implements PhoneCall {

        @Override
        public Ended after(PhoneStep step, Instant at) {
            return this;
        }

        @Override
        public Ended hangUp(Instant at) {
            return this;
        }
    }
}
