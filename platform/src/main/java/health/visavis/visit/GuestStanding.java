package health.visavis.visit;

import org.jspecify.annotations.Nullable;

/// A guest's own side of a visit.
///
/// @param visit as it stands for this guest: planned (has not come), arrived (waits), in-progress (was let in),
/// finished
///     or cancelled; a call that they were not let into has not begun for them
/// @param name what they want to be called by
public record GuestStanding(
        VisitSummary visit,
        String name,
        GuestKind kind,
        @Nullable String language,
        boolean coHost) {}
