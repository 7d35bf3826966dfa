package health.visavis.web.i18n;

/// A page asked for a text that no bundle holds.
public final class MissingText extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MissingText(Language language, String key) {
        super("No text " + key + " in " + language);
    }
}
