package health.visavis.local.pages;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The languages of the pages. The cookie is the one that the application's pages use on the same host, so a choice
/// made there holds here.
public enum Language {
    ENGLISH("en", "English"),
    SPANISH("es", "Español");

    public static final String PARAMETER = "lang";
    public static final String COOKIE = "language";

    private final String code;
    private final String ownName;

    Language(String code, String ownName) {
        this.code = code;
        this.ownName = ownName;
    }

    public String code() {
        return code;
    }

    public String ownName() {
        return ownName;
    }

    public Locale locale() {
        return Locale.of(code, "US");
    }

    public static Optional<Language> of(@Nullable String code) {
        return Arrays.stream(values())
                .filter(language -> language.code.equals(code))
                .findFirst();
    }

    /// Asked for in the address, else chosen before, else what the browser prefers, else English.
    public static Language of(HttpServletRequest request) {
        return of(request.getParameter(PARAMETER))
                .or(() -> fromCookie(request))
                .or(() -> Collections.list(request.getLocales()).stream()
                        .flatMap(locale -> of(locale.getLanguage()).stream())
                        .findFirst())
                .orElse(ENGLISH);
    }

    private static Optional<Language> fromCookie(HttpServletRequest request) {
        var cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        return Arrays.stream(cookies)
                .filter(cookie -> COOKIE.equals(cookie.getName()))
                .map(Cookie::getValue)
                .flatMap(value -> of(value).stream())
                .findFirst();
    }
}
