package health.visavis.web.layout;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// After a POST: 303 to a path of ours, with an optional sentence that the next page shows once.
public record Redirect(String path, @Nullable Said said) implements Answer {

    /// A text key and its arguments. Arguments are kept in the session: no patient data.
    public record Said(String key, List<Object> arguments) {
        public Said {
            arguments = List.copyOf(arguments);
        }
    }

    /// `Redirect.to("/appointments/{id}", id)`
    public static Redirect to(String path, Object... variables) {
        if (!path.startsWith("/") || path.startsWith("//")) {
            throw new IllegalArgumentException("A redirect stays on this site");
        }
        return new Redirect(UriComponentsBuilder.fromPath(path).build(variables).toString(), null);
    }

    public Redirect saying(String key, Object... arguments) {
        return new Redirect(path, new Said(key, List.of(arguments)));
    }
}
