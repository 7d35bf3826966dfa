package health.visavis.web.i18n;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One text, parsed once: plain words, `{0}` and `{0, plural, one {…} other {…}}` with `#` for the count.
///
/// English and Spanish need `one` and `other`; `zero` is a courtesy ("no messages"). Anything else is refused
/// when the bundle is read.
final class Pattern {

    private final List<Part> parts;

    private Pattern(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    static Pattern parse(String text) {
        return new Pattern(new Parser(text).parts());
    }

    String fill(Language language, Object... arguments) {
        var filled = new StringBuilder();
        parts.forEach(part -> part.write(filled, language, arguments));
        return filled.toString();
    }

    private sealed interface Part {
        void write(StringBuilder into, Language language, Object... arguments);
    }

    private record Words(String words) implements Part {
        @Override
        public void write(StringBuilder into, Language language, Object... arguments) {
            into.append(words);
        }
    }

    private record Argument(int index) implements Part {
        @Override
        public void write(StringBuilder into, Language language, Object... arguments) {
            into.append(shown(language, argument(index, arguments)));
        }
    }

    private record Plural(int index, Map<String, String> forms) implements Part {
        Plural {
            if (!forms.containsKey("one") || !forms.containsKey("other")) {
                throw new IllegalArgumentException("A plural needs the forms one and other");
            }
        }

        @Override
        public void write(StringBuilder into, Language language, Object... arguments) {
            var count = ((Number) argument(index, arguments)).longValue();
            var form = count == 0 && forms.containsKey("zero") ? "zero" : count == 1 ? "one" : "other";
            into.append(forms.getOrDefault(form, "").replace("#", shown(language, count)));
        }
    }

    private static Object argument(int index, Object... arguments) {
        if (index >= arguments.length) {
            throw new IllegalArgumentException("The text needs argument " + index);
        }
        return arguments[index];
    }

    private static String shown(Language language, Object value) {
        return value instanceof Number number
                ? NumberFormat.getInstance(language.locale()).format(number)
                : value.toString();
    }

    private static final class Parser {

        private final String text;
        private int at;

        Parser(String text) {
            this.text = text;
        }

        List<Part> parts() {
            var parts = new ArrayList<Part>();
            while (at < text.length()) {
                parts.add(text.charAt(at) == '{' ? placeholder() : words());
            }
            return parts;
        }

        private Part words() {
            var end = text.indexOf('{', at);
            var words = text.substring(at, end < 0 ? text.length() : end);
            at += words.length();
            return new Words(words);
        }

        private Part placeholder() {
            var inside = braced();
            var comma = inside.indexOf(',');
            if (comma < 0) {
                return new Argument(Integer.parseInt(inside.strip()));
            }
            var index = Integer.parseInt(inside.substring(0, comma).strip());
            var rest = inside.substring(comma + 1).strip();
            if (!rest.startsWith("plural,")) {
                throw new IllegalArgumentException("Unknown placeholder {" + inside + "}");
            }
            return new Plural(index, new Parser(rest.substring("plural,".length())).forms());
        }

        private Map<String, String> forms() {
            var forms = new TreeMap<String, String>();
            while (true) {
                var open = text.indexOf('{', at);
                if (open < 0) {
                    return forms;
                }
                var name = text.substring(at, open).strip();
                at = open;
                forms.put(name, braced());
            }
        }

        /// The text between the brace at hand and its partner.
        private String braced() {
            var depth = 0;
            for (var end = at; end < text.length(); end++) {
                var letter = text.charAt(end);
                depth += letter == '{' ? 1 : letter == '}' ? -1 : 0;
                if (depth == 0) {
                    var inside = text.substring(at + 1, end);
                    at = end + 1;
                    return inside;
                }
            }
            throw new IllegalArgumentException("A brace is never closed: " + text);
        }
    }
}
