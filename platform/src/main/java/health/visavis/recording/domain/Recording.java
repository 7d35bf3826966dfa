package health.visavis.recording.domain;

import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.RecordingId;
import health.visavis.kernel.VisitId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The recording of a visit. Each state offers the moves that are legal from it; what starts or goes on needs the
// consent
/// of everyone as an argument, so recording without it does not compile.
public sealed interface Recording {

    /// How long the rest of what was recorded may still arrive.
    Duration REST = Duration.ofMinutes(10);

    enum StopReason {
        /// Somebody said no when asked.
        REFUSED,
        /// Somebody who had consented took it back.
        WITHDRAWN,
        BY_CLINICIAN,
        VISIT_OVER
    }

    /// What stays the same.
    record Facts(RecordingId id, VisitId visit, PatientId patient, ClinicianId clinician, Instant askedAt) {}

    /// The clinic has not switched recording on.
    record NotAllowed() implements Recording {}

    record Off() implements Recording {

        public Asking ask(Facts facts) {
            return new Asking(facts);
        }
    }

    /// A recording that somebody asked for.
    sealed interface Asked extends Recording {

        Facts facts();

        /// Whether a part may be stored now.
        boolean takesParts(Instant now);
    }

    /// One that may still start or go on.
    sealed interface Open extends Asked {

        Stopped stop(StopReason reason, Instant at);
    }

    /// Everybody present is asked; nothing is stored.
    record Asking(Facts facts) implements Open {

        public Running start(Consents.OfEveryone consent, Instant at) {
            return new Running(facts, at);
        }

        @Override
        public Stopped stop(StopReason reason, Instant at) {
            return new Stopped(facts, null, at, reason);
        }

        @Override
        public boolean takesParts(Instant now) {
            return false;
        }
    }

    record Running(Facts facts, Instant startedAt) implements Open {

        /// Somebody is there who has not consented.
        public Paused pause() {
            return new Paused(facts, startedAt);
        }

        @Override
        public Stopped stop(StopReason reason, Instant at) {
            return new Stopped(facts, startedAt, at, reason);
        }

        @Override
        public boolean takesParts(Instant now) {
            return true;
        }
    }

    record Paused(Facts facts, Instant startedAt) implements Open {

        public Running resume(Consents.OfEveryone consent) {
            return new Running(facts, startedAt);
        }

        @Override
        public Stopped stop(StopReason reason, Instant at) {
            return new Stopped(facts, startedAt, at, reason);
        }

        /// The rest of what was recorded before the pause.
        @Override
        public boolean takesParts(Instant now) {
            return true;
        }
    }

    /// @param startedAt null when it never ran
    record Stopped(Facts facts, @Nullable Instant startedAt, Instant stoppedAt, StopReason reason) implements Asked {

        @Override
        public boolean takesParts(Instant now) {
            return startedAt != null && now.isBefore(stoppedAt.plus(REST));
        }
    }
}
