package health.visavis.visit.domain;

import java.util.regex.Pattern;

/// What a companion comes for.
public sealed interface Errand {

    record Family() implements Errand {}

    record Clinician() implements Errand {}

    /// @param language ISO 639 code of the language that is not the visit's, such as `es`, or `ase` for American Sign
    ///     Language
    record Interpreter(String language) implements Errand {

        private static final Pattern CODE = Pattern.compile("[a-z]{2,3}");

        public Interpreter {
            if (!CODE.matcher(language).matches()) {
                throw new IllegalArgumentException("not a language code");
            }
        }
    }
}
