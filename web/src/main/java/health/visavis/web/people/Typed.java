package health.visavis.web.people;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/// What was typed into the form of an invitation.
public record Typed(MultiValueMap<String, String> fields) {

    static Typed nothing(Map<String, String> defaults) {
        var fields = new LinkedMultiValueMap<String, String>();
        defaults.forEach(fields::add);
        return new Typed(fields);
    }

    public String of(String field) {
        var value = fields.getFirst(field);
        return value == null ? "" : value.strip();
    }

    public List<String> all(String field) {
        var values = fields.get(field);
        return values == null ? List.of() : values;
    }

    public boolean chosen(String field, @Nullable String value) {
        return value != null && all(field).contains(value);
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}
