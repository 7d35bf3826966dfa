package health.visavis.web.i18n;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/// Finds the language of a request: the person's setting, then the cookie, then the browser's wish.
@Component
public final class LanguageChoice {

    static final String COOKIE = "language";
    private static final Duration REMEMBERED = Duration.ofDays(365);

    public Language of(HttpServletRequest request, @Nullable Language setting) {
        if (setting != null) {
            return setting;
        }
        return fromCookie(request).orElseGet(() -> Language.preferredAmong(Collections.list(request.getLocales())));
    }

    /// What the switch of a page for strangers leaves behind. It holds a language code and nothing else.
    public ResponseCookie remember(Language language, boolean secure) {
        return ResponseCookie.from(COOKIE, language.code())
                .path("/")
                .maxAge(REMEMBERED)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .build();
    }

    private static Optional<Language> fromCookie(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
                .map(Cookie::getValue)
                .flatMap(Language::of);
    }
}
