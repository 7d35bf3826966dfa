package health.visavis.web.problem;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// @param slug names the texts `problem.<slug>.title` and `.next`
/// @param incident number to give to the help desk, for failures of ours
public record ProblemView(String slug, int status, @Nullable String incident) {

    private static final Set<String> ANOTHER_TIME =
            Set.of("slot-taken", "patient-busy", "outside-clinic-hours", "too-late");

    /// The key of the step to another time or another clinician, where the text asks for one.
    public @Nullable String choice() {
        return ANOTHER_TIME.contains(slug)
                ? "scheduling.reason.back"
                : slug.equals("clinician-left") ? "scheduling.times.back" : null;
    }
}
