package health.visavis.web.i18n;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A language the pages are written in. The locale decides how dates and numbers look.
public enum Language {
    ENGLISH("en", "English", Locale.of("en", "US")),
    SPANISH("es", "Español", Locale.of("es", "US"));

    private final String code;
    private final String ownName;
    private final Locale locale;

    Language(String code, String ownName, Locale locale) {
        this.code = code;
        this.ownName = ownName;
        this.locale = locale;
    }

    /// As in `<html lang>`.
    public String code() {
        return code;
    }

    /// What its speakers call it: the language switch must be readable to those who need it.
    public String ownName() {
        return ownName;
    }

    public Locale locale() {
        return locale;
    }

    public static Optional<Language> of(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code.equalsIgnoreCase(code))
                .findFirst();
    }

    public static Optional<Language> of(Locale locale) {
        return of(locale.getLanguage());
    }

    /// The best of what a browser asks for; English when it asks for none of ours.
    public static Language preferredAmong(List<Locale> wishes) {
        return wishes.stream().flatMap(wish -> of(wish).stream()).findFirst().orElse(ENGLISH);
    }
}
