package health.visavis.local.signin;

import health.visavis.local.signin.domain.RecoveryCode;
import health.visavis.local.signin.store.RecoveryCodes;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import tools.jackson.core.JacksonException;

/// `/account`: how somebody signs in. Reached with a whole sign-in only, which ends here after ten still minutes.
final class AccountServlet extends HttpServlet {

    static final String PATH = "/account";

    private static final String OFFER = "visavis.signin.offer";
    private static final int LONGEST_LABEL = 60;

    private final transient Passkeys passkeys;
    private final transient RecoveryCodes recovery;
    private final transient SignInPages pages;

    AccountServlet(Passkeys passkeys, RecoveryCodes recovery, SignInPages pages) {
        this.passkeys = passkeys;
        this.recovery = recovery;
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        draw(request, response, List.of());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (Objects.requireNonNullElse(request.getPathInfo(), "")) {
            case "/passkeys/offer" -> offer(request, response);
            case "/passkeys" -> register(request, response);
            case "/passkeys/removal" -> {
                passkeys.remove(account(), Objects.requireNonNullElse(request.getParameter("passkey"), ""));
                Redirects.seeOther(response, PATH);
            }
            case "/recovery-codes" -> {
                var codes = RecoveryCode.next();
                recovery.replace(account(), codes);
                draw(request, response, codes);
            }
            default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private void offer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var offer = passkeys.offer(signedIn());
        request.getSession().setAttribute(OFFER, offer);
        PasskeyJson.write(response, offer);
    }

    private void register(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var offer = (PublicKeyCredentialCreationOptions) request.getSession().getAttribute(OFFER);
        request.getSession().removeAttribute(OFFER);
        try {
            var answer = new RelyingPartyPublicKey(PasskeyJson.attestation(request), label(request));
            if (offer == null || !passkeys.register(offer, answer)) {
                response.setStatus(HttpServletResponse.SC_CONFLICT);
            }
        } catch (JacksonException unreadable) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    /// By which its owner knows a passkey again: what the browser says it is.
    private static String label(HttpServletRequest request) {
        var agent =
                Objects.requireNonNullElse(request.getParameter("label"), "").strip();
        return agent.substring(0, Math.min(agent.length(), LONGEST_LABEL));
    }

    private void draw(HttpServletRequest request, HttpServletResponse response, List<RecoveryCode> codes)
            throws IOException {
        pages.account(request, response, new SignInPages.Ways(passkeys.of(account()), recovery.left(account()), codes));
    }

    private static Authentication signedIn() {
        return Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
    }

    private static UUID account() {
        return UUID.fromString(signedIn().getName());
    }
}
