package health.visavis.local.signin;

import health.visavis.local.lan.QrCode;
import health.visavis.local.pages.Language;
import health.visavis.local.pages.Styles;
import health.visavis.local.pages.Templates;
import health.visavis.local.pages.Wording;
import health.visavis.local.signin.domain.AuthenticatorKey;
import health.visavis.local.signin.domain.Offer;
import health.visavis.local.signin.domain.RecoveryCode;
import health.visavis.local.signin.store.ApplicationAddresses;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.webauthn.api.CredentialRecord;

/// Draws the pages of the provider.
final class SignInPages {

    private final Map<Language, Wording> wordings = Wording.of("local-signin");
    private final @Nullable String applicationStyles = Styles.ofApplication().orElse(null);
    private final ApplicationAddresses addresses;
    private final String phone;
    private final boolean passkeys;

    /// @param phone the clinic's
    /// @param passkeys whether they are possible at this address
    SignInPages(ApplicationAddresses addresses, String phone, boolean passkeys) {
        this.addresses = addresses;
        this.phone = phone;
        this.passkeys = passkeys;
    }

    void password(HttpServletRequest request, HttpServletResponse response, String name, @Nullable String problem)
            throws IOException {
        draw("signin/password", request, response, name, problem);
    }

    /// @param form `code` or `recovery`
    void code(String form, HttpServletRequest request, HttpServletResponse response, @Nullable String problem)
            throws IOException {
        draw("signin/" + form, request, response, "", problem);
    }

    /// @param codes just made
    record Ways(List<CredentialRecord> passkeys, int codesLeft, List<RecoveryCode> codes) {}

    void account(HttpServletRequest request, HttpServletResponse response, Ways ways) throws IOException {
        write(
                "signin/account",
                response,
                new AccountView(
                        view(request, response, "", null),
                        ways.passkeys().stream().map(SignInPages::line).toList(),
                        ways.codesLeft(),
                        ways.codes()));
    }

    private static AccountView.Passkey line(CredentialRecord passkey) {
        return new AccountView.Passkey(
                passkey.getCredentialId().toBase64UrlString(),
                passkey.getLabel(),
                LocalDate.ofInstant(passkey.getCreated(), ZoneId.systemDefault())
                        .toString());
    }

    void message(HttpServletRequest request, HttpServletResponse response, String key) throws IOException {
        draw("signin/message", request, response, key, null);
    }

    /// There were too many tries: the answer is the same for a name that exists and for one that does not.
    void pause(HttpServletRequest request, HttpServletResponse response, Duration pause) throws IOException {
        response.setStatus(429);
        response.setHeader("Retry-After", Long.toString(pause.plusMillis(999).toSeconds()));
        write("signin/pause", response, new PauseView(view(request, response, "", null), pause));
    }

    /// @param name what was typed
    record SignUp(
            String token,
            Offer offer,
            byte[] secret,
            String name,
            @Nullable String problem) {}

    void signUp(HttpServletRequest request, HttpServletResponse response, SignUp wish) throws IOException {
        var key = new AuthenticatorKey(wish.secret());
        write(
                "signin/sign-up",
                response,
                new SignUpView(
                        view(request, response, wish.name(), wish.problem()),
                        wish.token(),
                        wish.offer().displayName(),
                        wish.offer().needsSecondFactor(),
                        key.grouped(),
                        key.address(),
                        QrCode.drawing(key.address())));
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
        write(template, response, view(request, response, name, problem));
    }

    private static void write(String template, HttpServletResponse response, Object view) throws IOException {
        var page = Templates.draw(template, view);
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter().write(page);
    }

    private SignInView view(
            HttpServletRequest request, HttpServletResponse response, String name, @Nullable String problem) {
        var language = Language.of(request);
        if (request.getParameter(Language.PARAMETER) != null) {
            response.addCookie(remembered(language, request.isSecure()));
        }
        response.setHeader("Content-Language", language.code());
        var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new SignInView(
                Objects.requireNonNull(wordings.get(language)),
                csrf == null ? "" : csrf.getToken(),
                name,
                problem,
                application(),
                phone,
                applicationStyles,
                passkeys);
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
