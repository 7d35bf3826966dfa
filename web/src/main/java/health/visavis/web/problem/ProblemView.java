package health.visavis.web.problem;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// @param slug names the texts `problem.<slug>.title` and `.next`
/// @param incident number to give to the help desk, for failures of ours
/// @param pause until when it is of no use to try again, where that is known
public record ProblemView(
        String slug,
        int status,
        @Nullable String incident,
        @Nullable Duration pause) {

    private static final Set<String> ANOTHER_TIME =
            Set.of("slot-taken", "patient-busy", "outside-clinic-hours", "too-late");

    public ProblemView(String slug, int status) {
        this(slug, status, null, null);
    }

    /// The key of the step to another time or another clinician, where the text asks for one.
    public @Nullable String choice() {
        return ANOTHER_TIME.contains(slug)
                ? "scheduling.reason.back"
                : slug.equals("clinician-left") ? "scheduling.times.back" : null;
    }

    /// Whole minutes, never too early; zero when it is not known.
    public long minutes() {
        return pause == null ? 0 : pause.plusSeconds(59).toMinutes();
    }
}
