package health.visavis.insight;

import health.visavis.kernel.Sensitive;
import org.jspecify.annotations.Nullable;

/// What somebody says about a visit; what they skipped is absent.
///
/// @param connection how well they could see and hear each other
/// @param again whether a patient would meet by video again
/// @param words whatever a patient wants to add
public record SurveyAnswer(
        @Nullable Connection connection,
        @Nullable Again again,
        @Nullable Sensitive<String> words) {

    public static final int LONGEST = 1_000;

    public enum Connection {
        GOOD,
        SO_SO,
        BAD
    }

    public enum Again {
        YES,
        NOT_SURE,
        NO
    }

    public SurveyAnswer {
        if (words != null && words.reveal().length() > LONGEST) {
            throw new IllegalArgumentException("At most " + LONGEST + " characters");
        }
    }

    public boolean isEmpty() {
        return connection == null && again == null && words == null;
    }
}
