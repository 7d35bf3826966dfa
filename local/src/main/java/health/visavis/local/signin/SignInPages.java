package health.visavis.local.signin;

import health.visavis.local.pages.Language;
import health.visavis.local.pages.Styles;
import health.visavis.local.pages.Templates;
import health.visavis.local.pages.Wording;
import health.visavis.local.signin.store.ApplicationAddresses;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/// Draws the pages of the provider.
final class SignInPages {

    private final Map<Language, Wording> wordings = Wording.of("local-signin");
    private final @Nullable String applicationStyles = Styles.ofApplication().orElse(null);
    private final ApplicationAddresses addresses;

    SignInPages(ApplicationAddresses addresses) {
        this.addresses = addresses;
    }

    void password(HttpServletRequest request, HttpServletResponse response, String name, @Nullable String problem)
            throws IOException {
        draw("signin/password", request, response, name, problem);
    }

    void code(HttpServletRequest request, HttpServletResponse response, @Nullable String problem) throws IOException {
        draw("signin/code", request, response, "", problem);
    }

    void message(HttpServletRequest request, HttpServletResponse response, String key) throws IOException {
        draw("signin/message", request, response, key, null);
    }

    String application() {
        return addresses.all().stream().findFirst().map(base -> base + "/").orElse("/");
    }

    private void draw(
            String template,
            HttpServletRequest request,
            HttpServletResponse response,
            String name,
            @Nullable String problem)
            throws IOException {
        var language = Language.of(request);
        if (request.getParameter(Language.PARAMETER) != null) {
            response.addCookie(remembered(language, request.isSecure()));
        }
        var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        var view = new SignInView(
                Objects.requireNonNull(wordings.get(language)),
                csrf == null ? "" : csrf.getToken(),
                name,
                problem,
                application(),
                applicationStyles);
        var page = Templates.draw(template, view);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Content-Language", language.code());
        response.getWriter().write(page);
    }

    private static Cookie remembered(Language language, boolean secure) {
        var cookie = new Cookie(Language.COOKIE, language.code());
        cookie.setPath("/");
        cookie.setMaxAge(365 * 24 * 3600);
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
