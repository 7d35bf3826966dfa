package health.visavis.web.session;

import health.visavis.kernel.Algorithms;
import health.visavis.kernel.PersonId;
import health.visavis.web.session.store.DeviceRecords;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/// Knows devices again by a random number in a cookie, which opens nothing and names nobody.
@Component
public class KnownDevices {

    private static final Duration KNOWN_FOR = Duration.ofDays(365);
    private static final int BYTES = 16;
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DeviceRecords devices;
    private final SessionSettings settings;
    private final Clock clock;

    KnownDevices(DeviceRecords devices, SessionSettings settings, Clock clock) {
        this.devices = devices;
        this.settings = settings;
        this.clock = clock;
    }

    /// Notes who signs in on which device.
    ///
    /// @return whether it is one that this person, who has signed in elsewhere, had not used
    public boolean areJoinedBy(PersonId person, HttpServletRequest request, HttpServletResponse response) {
        var now = clock.instant();
        devices.forgetBefore(person, now.minus(KNOWN_FOR));
        var elsewhere = devices.anyOf(person);
        var number = number(request).orElseGet(KnownDevices::random);
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(number).toString());
        return devices.see(person, hash(number), now) && elsewhere;
    }

    private Optional<String> number(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, name());
        return Optional.ofNullable(cookie)
                .map(Cookie::getValue)
                .filter(value -> NUMBER.matcher(value).matches());
    }

    private ResponseCookie cookie(String number) {
        return ResponseCookie.from(name(), number)
                .httpOnly(true)
                .secure(settings.secureCookie())
                .sameSite("Lax")
                .path("/")
                .maxAge(KNOWN_FOR)
                .build();
    }

    private String name() {
        return settings.secureCookie() ? "__Host-visavis-device" : "visavis-device";
    }

    private static String random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] hash(String number) {
        try {
            return Algorithms.inUse().digest("SHA-256").digest(number.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
