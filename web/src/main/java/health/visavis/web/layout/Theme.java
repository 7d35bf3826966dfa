package health.visavis.web.layout;

import java.util.Arrays;

/// Light, dark, or what the device prefers.
public enum Theme {
    DEVICE,
    LIGHT,
    DARK;

    static final String COOKIE = "theme";

    /// As in `<html data-theme>` and the cookie.
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    public static Theme of(String code) {
        return Arrays.stream(values())
                .filter(theme -> theme.code().equals(code))
                .findFirst()
                .orElse(DEVICE);
    }
}
