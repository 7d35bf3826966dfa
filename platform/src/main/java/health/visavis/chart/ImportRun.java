package health.visavis.chart;

import health.visavis.access.Sensitivity;
import health.visavis.kernel.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One run of the importer, as far as it has come.
public record ImportRun(
        UUID id,
        String label,
        PersonId startedBy,
        State state,
        Instant startedAt,
        Instant heardAt,
        @Nullable Instant finishedAt,
        ImportProgress progress) {

    /// A run that has said nothing for so long has lost its process.
    private static final Duration SILENCE = Duration.ofMinutes(2);

    public enum State {
        /// Its people are still being generated or copied.
        WAITING,
        RUNNING,
        FINISHED,
        FAILED
    }

    /// Why one resource, or a whole file, was left out.
    ///
    /// @param file number and name of the file without the names of people
    /// @param line where the resource begins in the file
    /// @param reason the rule and the place in the resource, never a value
    public record Rejection(String file, long line, String type, String reason) {}

    /// As what entries that are not ordinary were labelled.
    ///
    /// @param known whether by a code that we know, or as a precaution
    public record Label(Sensitivity sensitivity, boolean known) {}

    /// What a run came to, beyond the counts.
    ///
    /// @param startedBy name of the person who started it; empty for a process of ours
    public record Details(
            ImportRun run,
            String startedBy,
            List<Rejection> rejections,
            Map<String, Long> notTaken,
            Map<Label, Long> labels) {}

    public boolean isLostAt(Instant now) {
        return (state == State.RUNNING || state == State.WAITING) && heardAt.isBefore(now.minus(SILENCE));
    }

    public boolean isOpenAt(Instant now) {
        return (state == State.RUNNING || state == State.WAITING) && !isLostAt(now);
    }
}
