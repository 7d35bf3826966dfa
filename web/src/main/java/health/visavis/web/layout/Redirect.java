package health.visavis.web.layout;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// After a POST: 303 to a path of ours, with an optional sentence that the next page shows once.
public record Redirect(String path, @Nullable Words said) implements Answer {

    /// `Redirect.to("/appointments/{id}", id)`
    public static Redirect to(String path, Object... variables) {
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException("A redirect stays on this site");
        }
        return new Redirect(UriComponentsBuilder.fromPath(path).build(variables).toString(), null);
    }

    /// The arguments are kept in the session: no patient data.
    public Redirect saying(String key, Object... arguments) {
        return new Redirect(path, Words.of(key, arguments));
    }
}
