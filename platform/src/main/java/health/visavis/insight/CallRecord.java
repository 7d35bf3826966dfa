package health.visavis.insight;

import health.visavis.kernel.VisitId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One call over one engine, the same whichever engine it was. It names nobody: a participant is a role.
///
/// @param leg which of the engines of the visit carried it, from 1 on
/// @param witnessed whether the engine itself told of it; else it is what our own server saw
/// @param figures medians of what all browsers measured during it
public record CallRecord(
        VisitId visit,
        int leg,
        String engine,
        boolean witnessed,
        Instant beganAt,
        Instant endedAt,
        Outcome outcome,
        Media media,
        Network network,
        Figures figures,
        List<Attendance> attendances) {

    public enum Outcome {
        /// Two or more were there, until the end.
        MET,
        /// It went on over another engine.
        MOVED_ON,
        /// Nobody met anybody.
        ALONE
    }

    public enum Media {
        SOUND_AND_PICTURE,
        SOUND,
        TELEPHONE
    }

    public enum Network {
        DIRECT,
        RELAY,
        MIXED,
        UNKNOWN
    }

    public record Figures(
            @Nullable Integer roundTripMillis,
            @Nullable Integer jitterMillis,
            @Nullable Integer lossPerMille,
            @Nullable Integer receivedKilobits,
            @Nullable Integer framesPerSecond) {}

    public record Attendance(String role, Instant cameAt, Instant leftAt) {}

    public CallRecord {
        attendances = List.copyOf(attendances);
    }

    public Duration lasted() {
        return Duration.between(beganAt, endedAt);
    }

    /// Different roles that were there; the same person who comes back is one.
    public long participants() {
        return attendances.stream().map(Attendance::role).distinct().count();
    }
}
