package health.visavis.web.chart;

import health.visavis.chart.Coded;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Clinical terms as people say them.
///
/// SNOMED CT ends its full names with the kind of the concept, `Essential hypertension (disorder)`: that is for
/// those who choose a code, not for those who read a chart.
final class Terms {

    private static final Pattern KIND = Pattern.compile(
            " \\((?:body structure|disorder|event|finding|morphologic abnormality|observable entity|occupation|organism"
                    + "|person|physical object|procedure|product|qualifier value|regime/therapy|situation"
                    + "|social concept|substance)\\)$");

    private Terms() {}

    static String plain(Coded coded) {
        return KIND.matcher(coded.display()).replaceFirst("");
    }

    static @Nullable String plain(@Nullable String term) {
        return term == null ? null : KIND.matcher(term).replaceFirst("");
    }
}
