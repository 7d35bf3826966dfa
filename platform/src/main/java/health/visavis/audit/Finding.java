package health.visavis.audit;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is not as it was written. Places count the rows of the log from 0.
public sealed interface Finding {

    /// For whoever has to act on it: which row, and what became of it.
    String sentence();

    /// A row says something else than when it was written.
    record Changed(long place, UUID row) implements Finding {

        @Override
        public String sentence() {
            return "Row " + row + " (place " + place + ") was changed.";
        }
    }

    /// Two rows have taken each other's content, or each other's place.
    record Swapped(long one, UUID oneRow, long other, UUID otherRow) implements Finding {

        @Override
        public String sentence() {
            return "Rows " + oneRow + " (place " + one + ") and " + otherRow + " (place " + other + ") were swapped.";
        }
    }

    /// Rows with others around them that are still there.
    ///
    /// @param to not included
    /// @param first null when nothing tells which it was
    record Deleted(
            long from,
            long to,
            @Nullable UUID first,
            @Nullable UUID last) implements Finding {

        @Override
        public String sentence() {
            return to - from == 1
                    ? "Row " + named(first) + " (place " + from + ") was deleted."
                    : to - from + " rows were deleted, " + named(first) + " to " + named(last) + " (places " + from
                            + " to " + (to - 1) + ").";
        }
    }

    /// The last rows are gone.
    ///
    /// @param to not included
    /// @param logToo whether their places in the log are gone too, as after an older backup was put in their stead
    record CutOff(
            long from,
            long to,
            @Nullable UUID first,
            @Nullable UUID last,
            boolean logToo) implements Finding {

        @Override
        public String sentence() {
            return "The trail ends before row " + named(first) + " (place " + from + "): it and what follows, "
                    + (to - from)
                    + " rows up to " + named(last) + ", is missing. "
                    + (logToo
                            ? "The log ends there too: the tables were replaced by an older state."
                            : "The log goes on: the table of rows was cut off or replaced by an older state.");
        }
    }

    /// No row is left.
    record Emptied(long rows) implements Finding {

        @Override
        public String sentence() {
            return "The trail was emptied: all " + rows + " rows are missing.";
        }
    }

    /// The log itself was changed at these places, where the rows may well be as they were.
    ///
    /// @param to not included
    record LogChanged(long from, long to) implements Finding {

        @Override
        public String sentence() {
            return "The log was changed at " + (to - from == 1 ? "place " + from : "places " + from + " to " + (to - 1))
                    + ".";
        }
    }

    /// Rows that never went into the log, although they do not wait for it.
    ///
    /// @param rows the first of them
    record NotLogged(List<UUID> rows) implements Finding {

        public NotLogged {
            rows = List.copyOf(rows);
        }

        @Override
        public String sentence() {
            return "Not in the log and not waiting for it: row " + rows.getFirst()
                    + (rows.size() > 1 ? " and others" : "") + ".";
        }
    }

    /// What the log holds of one patient is not what its rows say.
    ///
    /// @param patient the patient's id
    record PatientChanged(long place, UUID patient) implements Finding {

        @Override
        public String sentence() {
            return "The count of entries about patient " + patient + " was changed at place " + place + ".";
        }
    }

    /// The patients' heads are not those that were signed.
    record PatientsDiffer(long size) implements Finding {

        @Override
        public String sentence() {
            return "The patients' counts are not those that the checkpoint of " + size + " rows has signed.";
        }
    }

    /// @param checkpoint where it is kept
    record NotSigned(String checkpoint) implements Finding {

        @Override
        public String sentence() {
            return "No key of this clinic has signed the checkpoint " + checkpoint + ".";
        }
    }

    /// A part that a witness keeps is missing, changed or does not follow the one before it.
    record WitnessChanged(String witness, String part) implements Finding {

        @Override
        public String sentence() {
            return "What " + witness + " keeps as " + part + " was changed, or what comes before it is missing.";
        }
    }

    private static String named(@Nullable UUID row) {
        return row == null ? "that nothing names any more" : row.toString();
    }
}
