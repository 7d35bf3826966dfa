package health.visavis.visit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody saw of one call: when it began and ended, and who was there, by their seats.
///
/// @param endedAt null while it goes on, or while that news is on its way
public record CallSeen(@Nullable Instant beganAt, @Nullable Instant endedAt, List<Attendance> attendances) {

    /// One time that a seat was taken.
    public record Attendance(
            UUID seat, Instant cameAt, @Nullable Instant leftAt) {}

    public CallSeen {
        attendances = List.copyOf(attendances);
    }
}
