package health.visavis.web.chart;

import health.visavis.chart.Coded;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Clinical terms as people say them.
///
/// SNOMED CT ends its full names with the kind of the concept, `Essential hypertension (disorder)`; LOINC names the
/// property in
/// brackets, `Glucose [Mass/volume] in Blood`, and who told it at the end, `- Reported`. Both are for those who choose
/// a code, not
/// for those who read a chart. What was measured in stays: blood is not urine.
final class Terms {

    private static final Pattern KIND = Pattern.compile(
            " \\((?:assessment scale|body structure|cell|cell structure|clinical drug|disorder|environment|ethnic group"
                    + "|event|finding|life style|medicinal product|medicinal product form|morphologic abnormality"
                    + "|observable entity|occupation|organism|person|physical force|physical object|procedure|product"
                    + "|qualifier value|racial group|record artifact|regime/therapy|religion/philosophy|situation"
                    + "|social concept|specimen|staging scale|substance|tumor staging)\\)$");

    private static final Pattern PROPERTY = Pattern.compile(" ?\\[[^\\]]*]|\\s+-?\\s*Reported$");

    private Terms() {}

    static String plain(Coded coded) {
        return named(coded.display());
    }

    static @Nullable String plain(@Nullable String term) {
        return term == null ? null : named(term);
    }

    /// A name that was nothing but kind and property stays as it is.
    private static String named(String term) {
        var plain = PROPERTY.matcher(KIND.matcher(term).replaceFirst(""))
                .replaceAll("")
                .strip();
        return plain.isEmpty() ? term : plain;
    }
}
