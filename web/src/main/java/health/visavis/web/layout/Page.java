package health.visavis.web.layout;

import org.springframework.http.HttpStatus;

/// A template, named as its path below `jte/` without the ending, and the view it draws.
public record Page(String template, Object view, HttpStatus status) implements Answer {

    /// For templates that need only the shell.
    public static Page of(String template) {
        return of(template, NoView.NOTHING);
    }

    public static Page of(String template, Object view) {
        return new Page(template, view, HttpStatus.OK);
    }

    /// A page shown again because something was refused: 409 or 422 instead of 200.
    public Page status(HttpStatus other) {
        return new Page(template, view, other);
    }

    private enum NoView {
        NOTHING
    }
}
