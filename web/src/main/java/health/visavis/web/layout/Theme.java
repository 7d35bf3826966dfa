package health.visavis.web.layout;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.http.ResponseCookie;

/// Light, dark, or what the device prefers.
public enum Theme {
    DEVICE,
    LIGHT,
    DARK;

    static final String COOKIE = "theme";
    private static final Duration REMEMBERED = Duration.ofDays(365);

    /// As in `<html data-theme>` and the cookie.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// It holds one word about colours and nothing about the person.
    public ResponseCookie cookie(boolean secure) {
        return ResponseCookie.from(COOKIE, code())
                .path("/")
                .maxAge(REMEMBERED)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .build();
    }

    public static Theme of(String code) {
        return Arrays.stream(values())
                .filter(theme -> theme.code().equals(code))
                .findFirst()
                .orElse(DEVICE);
    }
}
