package health.visavis.web.components;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is wrong with a form: per field one sentence, ready to read, in the order of the fields.
public record FormErrors(Map<String, String> sentences) {

    public FormErrors {
        sentences = Collections.unmodifiableMap(new LinkedHashMap<>(sentences));
    }

    public static FormErrors none() {
        return new FormErrors(Map.of());
    }

    /// `field` is the id of the input, so that the summary can link to it.
    public FormErrors with(String field, String sentence) {
        var more = new LinkedHashMap<>(sentences);
        more.putIfAbsent(field, sentence);
        return new FormErrors(more);
    }

    public @Nullable String of(String field) {
        return sentences.get(field);
    }

    public boolean any() {
        return !sentences.isEmpty();
    }
}
