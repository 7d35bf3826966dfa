package health.visavis.files;

import org.jspecify.annotations.Nullable;

/// What came of looking at a file.
public sealed interface Intake {

    /// To be stored. The arrays are not to be changed.
    ///
    /// @param preview a small JPEG of a picture
    record Accepted(
            FileDetails details, byte[] content, @Nullable Preview preview) implements Intake {

        @Override
        public String toString() {
            return "Accepted[" + details + "]";
        }
    }

    record Refused(FileRefusal why) implements Intake {}

    record Preview(FileDetails details, byte[] content) {

        @Override
        public String toString() {
            return "Preview[" + details + "]";
        }
    }
}
