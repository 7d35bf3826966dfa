package health.visavis.web.layout;

import health.visavis.web.i18n.LanguageChoice;
import health.visavis.web.i18n.Texts;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/// Builds the shell of a request from who is signed in, what they chose, and where they are.
@Component
public final class ShellFactory {

    private static final String ATTRIBUTE = Shell.class.getName();

    private final Texts texts;
    private final Assets assets;
    private final Clinic clinic;
    private final LanguageChoice languages;
    private final Said said;
    private final ObjectProvider<Viewers> viewers;
    private final Clock clock;

    ShellFactory(
            Texts texts,
            Assets assets,
            Clinic clinic,
            LanguageChoice languages,
            Said said,
            ObjectProvider<Viewers> viewers,
            ObjectProvider<Clock> clock) {
        this.texts = texts;
        this.assets = assets;
        this.clinic = clinic;
        this.languages = languages;
        this.said = said;
        this.viewers = viewers;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    /// One shell per request, whoever asks first.
    public Shell shell(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Shell shell) {
            return shell;
        }
        var shell = create(request);
        request.setAttribute(ATTRIBUTE, shell);
        return shell;
    }

    private Shell create(HttpServletRequest request) {
        var viewer = viewers.stream()
                .flatMap(all -> all.viewer(request).stream())
                .findFirst()
                .orElse(null);
        var surroundings = new Shell.Surroundings(
                path(request),
                languages.of(request, viewer == null ? null : viewer.language()),
                zone(viewer),
                theme(request),
                viewer,
                csrf(request),
                () -> said.take(request),
                clinic);
        return new Shell(surroundings, texts, assets, clock);
    }

    /// After an error the request points at the error page; people still want to know where they were.
    private static String path(HttpServletRequest request) {
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var path = failed instanceof String uri ? uri : request.getRequestURI();
        return path.substring(Math.min(path.length(), request.getContextPath().length()));
    }

    private ZoneId zone(@Nullable Viewer viewer) {
        return viewer == null ? clinic.zone() : viewer.zone();
    }

    private static Theme theme(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, Theme.COOKIE))
                .map(Cookie::getValue)
                .map(Theme::of)
                .orElse(Theme.DEVICE);
    }

    private static @Nullable Supplier<CsrfField> csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? () -> new CsrfField(token.getParameterName(), token.getHeaderName(), token.getToken())
                : null;
    }
}
