package health.visavis.local.signin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import tools.jackson.core.JacksonException;

/// `/sign-in/passkey/*`: the device signs a challenge instead of the person typing anything.
final class PasskeySignInServlet extends HttpServlet {

    static final String PATH = "/sign-in/passkey";

    private static final String CHALLENGE = "visavis.signin.challenge";

    private final transient Passkeys passkeys;
    private final transient SignInSession session;
    private final transient SignInPages pages;

    PasskeySignInServlet(Passkeys passkeys, SignInSession session, SignInPages pages) {
        this.passkeys = passkeys;
        this.session = session;
        this.pages = pages;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if ("/challenge".equals(request.getPathInfo())) {
            var challenge = passkeys.challenge();
            request.getSession().setAttribute(CHALLENGE, challenge);
            PasskeyJson.write(response, challenge);
            return;
        }
        try {
            prove(request, response);
        } catch (JacksonException unreadable) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    /// A challenge serves once, whatever the answer.
    private void prove(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var challenge = (PublicKeyCredentialRequestOptions) request.getSession().getAttribute(CHALLENGE);
        request.getSession().removeAttribute(CHALLENGE);
        var account = passkeys.prove(challenge, PasskeyJson.assertion(request));
        if (account.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        var to = session.complete(request, response, account.get(), Factor.PASSKEY)
                .orElseGet(pages::application);
        PasskeyJson.write(response, new Onward(to));
    }

    /// Where the page goes on.
    private record Onward(String to) {}
}
