package health.visavis.proof.http;

import java.net.URI;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Predicate;

/// What came back, after redirects.
public record Page(URI uri, int status, String text) {

    public List<Form> forms() {
        return Form.on(this);
    }

    public Form form(Predicate<Form> wanted) {
        return forms().stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow(() ->
                        new NoSuchElementException("No such form at " + uri.getPath() + ", which answered " + status));
    }

    public Form formWith(String field) {
        return form(form -> form.has(field));
    }

    public boolean offers(String field) {
        return forms().stream().anyMatch(form -> form.has(field));
    }

    static String unescaped(String html) {
        return html.replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&#34;", "\"")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
