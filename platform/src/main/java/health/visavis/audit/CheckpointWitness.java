package health.visavis.audit;

import java.util.List;
import java.util.Optional;

/// Keeps what the log was out of reach of whoever can write to the database: what is put there is neither changed nor
/// removed.
public interface CheckpointWitness {

    /// For whoever reads about it; no secrets.
    String name();

    /// Putting the same again is quiet.
    ///
    /// @param name letters, digits, dots and dashes
    /// @throws WitnessDisagrees when something else lies under that name
    /// @throws WitnessAway when it does not answer
    void put(String name, byte[] content);

    /// @throws WitnessAway when it does not answer
    Optional<byte[]> get(String name);

    /// Everything there is, in the order of the names.
    ///
    /// @throws WitnessAway when it does not answer
    List<String> names();

    /// The witness cannot be asked.
    class WitnessAway extends RuntimeException {

        public WitnessAway(String why) {
            super("the witness of the audit log is away: " + why);
        }

        public WitnessAway(String why, Throwable cause) {
            super("the witness of the audit log is away: " + why, cause);
        }
    }

    /// What is to be kept is not what was.
    class WitnessDisagrees extends RuntimeException {

        public WitnessDisagrees(String witness, String name) {
            super("the witness " + witness + " keeps something else as " + name);
        }
    }
}
