package health.visavis.proof.http;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A form on a page with what it would send if nobody filled anything in.
public record Form(URI action, String method, Map<String, String> fields) {

    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern INPUT = Pattern.compile("<(?:input|button|textarea)\\b([^>]*)>", Pattern.DOTALL);
    private static final Pattern SELECT = Pattern.compile("<select\\b([^>]*)>(.*?)</select>", Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("<option\\b([^>]*)>", Pattern.DOTALL);

    static List<Form> on(Page page) {
        return FORM.matcher(page.text())
                .results()
                .map(form -> new Form(
                        page.uri().resolve(attribute(form.group(1), "action").orElse("")),
                        attribute(form.group(1), "method").orElse("get").toLowerCase(java.util.Locale.ROOT),
                        fieldsIn(form.group(2))))
                .toList();
    }

    /// The same form with a field filled in.
    public Form with(String name, String value) {
        var filled = new LinkedHashMap<>(fields);
        filled.put(name, value);
        return new Form(action, method, filled);
    }

    public boolean has(String name) {
        return fields.containsKey(name);
    }

    String encoded() {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static Map<String, String> fieldsIn(String html) {
        var fields = new LinkedHashMap<String, String>();
        INPUT.matcher(html).results().forEach(input -> {
            var attributes = input.group(1);
            var type = attribute(attributes, "type").orElse("text");
            var choosable = type.equals("radio") || type.equals("checkbox");
            if (!choosable || attributes.contains("checked")) {
                attribute(attributes, "name")
                        .ifPresent(name -> fields.putIfAbsent(
                                name, attribute(attributes, "value").orElse("")));
            }
        });
        SELECT.matcher(html)
                .results()
                .forEach(select -> attribute(select.group(1), "name")
                        .ifPresent(name -> fields.put(name, chosen(select.group(2)))));
        return fields;
    }

    private static String chosen(String options) {
        var all =
                OPTION.matcher(options).results().map(option -> option.group(1)).toList();
        return all.stream()
                .filter(option -> option.contains("selected"))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .flatMap(option -> attribute(option, "value"))
                .orElse("");
    }

    private static Optional<String> attribute(String attributes, String name) {
        Matcher matcher = Pattern.compile("(?:^|\\s)" + name + "=(?:\"([^\"]*)\"|'([^']*)'|([^\\s>]+))")
                .matcher(attributes);
        if (!matcher.find()) {
            return Optional.empty();
        }
        for (int group = 1; group <= 3; group++) {
            var value = matcher.group(group);
            if (value != null) {
                return Optional.of(Page.unescaped(value));
            }
        }
        return Optional.empty();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
