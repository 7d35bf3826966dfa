package health.visavis.audit.domain;

import java.time.Instant;
import java.time.format.DateTimeParseException;

/// What the log was at a moment, as text in the form of C2SP's tlog-checkpoint: origin, size, root; then two lines of
/// our own, for the tree of the patients and the time.
///
/// @param origin names the log: no blank, no plus
/// @param size leaves of the log
/// @param root of the tree over them
/// @param patients leaves of the tree of the patients
/// @param patientsRoot of the tree over the patients' blinded heads
public record Checkpoint(String origin, long size, Hash root, long patients, Hash patientsRoot, Instant at) {

    public Checkpoint {
        if (!origin.matches("[^\\s+]+")) {
            throw new IllegalArgumentException("an origin has neither blanks nor plus signs");
        }
    }

    /// What is signed.
    public String text() {
        return origin + "\n" + size + "\n" + root.text() + "\npatients " + patients + " " + patientsRoot.text()
                + "\ntime " + at + "\n";
    }

    /// @throws IllegalArgumentException when it is none
    static Checkpoint parse(String text) {
        var lines = text.split("\n", -1);
        if (lines.length != 6 || !lines[3].startsWith("patients ") || !lines[4].startsWith("time ")) {
            throw new IllegalArgumentException("not a checkpoint");
        }
        var patients = lines[3].split(" ", 3);
        try {
            var read = new Checkpoint(
                    lines[0],
                    Long.parseLong(lines[1]),
                    Hash.parse(lines[2]),
                    Long.parseLong(patients[1]),
                    Hash.parse(patients[2]),
                    Instant.parse(lines[4].substring("time ".length())));
            if (!read.text().equals(text)) {
                throw new IllegalArgumentException("not a checkpoint as one is written");
            }
            return read;
        } catch (DateTimeParseException | ArrayIndexOutOfBoundsException none) {
            throw new IllegalArgumentException("not a checkpoint", none);
        }
    }
}
