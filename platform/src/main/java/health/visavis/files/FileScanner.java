package health.visavis.files;

/// Looks for malware.
public interface FileScanner {

    sealed interface Verdict {

        record Clean() implements Verdict {}

        /// @param signature the scanner's name for what it found
        record Infected(String signature) implements Verdict {}

        /// No verdict: nothing may be concluded from that.
        record Unavailable(String why) implements Verdict {}
    }

    Verdict scan(byte[] content);
}
