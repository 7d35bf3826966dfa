package health.visavis.web.chart;

import health.visavis.chart.Coded;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Clinical terms as people say them.
///
/// SNOMED CT ends its full names with the kind of the concept, `Essential hypertension (disorder)`. LOINC puts the
/// property in brackets, `Glucose [Mass/volume] in Blood`, and who told it at the end, `- Reported`. Both are for those
/// who choose a code, not for those who read a chart. What was measured in stays, for blood is not urine, and so do the
/// brackets of RxNorm, which hold the brand.
final class Terms {

    static final String LOINC = "http://loinc.org";

    private static final Pattern KIND = Pattern.compile(
            " \\((?:assessment scale|body structure|cell|cell structure|clinical drug|disorder|environment|ethnic group"
                    + "|event|finding|life style|medicinal product|medicinal product form|morphologic abnormality"
                    + "|observable entity|occupation|organism|person|physical force|physical object|procedure|product"
                    + "|qualifier value|racial group|record artifact|regime/therapy|religion/philosophy|situation"
                    + "|social concept|specimen|staging scale|substance|tumor staging)\\)$");

    private static final Pattern KIND_INSIDE = Pattern.compile(KIND.pattern().replaceFirst("\\$$", ""));

    private static final Pattern PROPERTY = Pattern.compile(" ?\\[[^\\]]*]| - Reported(?= \\[|$)");

    private Terms() {}

    static String plain(Coded coded) {
        var name = KIND.matcher(coded.display()).replaceFirst("");
        if (!LOINC.equals(coded.system())) {
            return name;
        }
        var plain = PROPERTY.matcher(name).replaceAll("").strip();
        return plain.isEmpty() ? name : plain;
    }

    /// For sentences, in which kinds of concepts may stand anywhere.
    static @Nullable String withoutKinds(@Nullable String sentence) {
        return sentence == null ? null : KIND_INSIDE.matcher(sentence).replaceAll("");
    }

    static @Nullable String plain(@Nullable String term) {
        return term == null ? null : KIND.matcher(term).replaceFirst("");
    }
}
