package health.visavis.local.signin;

import health.visavis.limits.Limit;
import health.visavis.limits.Limits;
import health.visavis.local.signin.domain.Offer;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.security.SecureRandom;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// `/sign-up/TOKEN`: an invited person makes an account, is signed in with it, and goes on to the invitation.
final class SignUpServlet extends HttpServlet {

    static final String PATH = "/sign-up/";

    private static final String GIVEN = "visavis.signin.signup";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final transient MakeAccount makeAccount;
    private final transient Limits limits;
    private final transient SignInSession session;
    private final transient SignInPages pages;

    SignUpServlet(MakeAccount makeAccount, Limits limits, SignInSession session, SignInPages pages) {
        this.makeAccount = makeAccount;
        this.limits = limits;
        this.session = session;
        this.pages = pages;
    }

    /// The secret that this browser was shown, for the link it was shown with.
    private record Given(String token, byte[] secret) implements Serializable {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var token = token(request);
        var offer = makeAccount.offer(token);
        if (offer.isEmpty()) {
            ended(request, response);
            return;
        }
        draw(request, response, offer.get(), "", null);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var token = token(request);
        var name = field(request, "name");
        var wish = new MakeAccount.Wish(name, field(request, "password"), field(request, "code"), secret(request));
        switch (makeAccount.make(token, wish)) {
            case SignUpOutcome.Made(var account, var application) -> {
                request.getSession().removeAttribute(GIVEN);
                var proven = account.needsSecondFactor()
                        ? new Factor[] {Factor.PASSWORD, Factor.ONE_TIME_CODE}
                        : new Factor[] {Factor.PASSWORD};
                session.complete(request, response, account, proven);
                Redirects.seeOther(response, application + "/invitations/" + token);
            }
            case SignUpOutcome.Ended() -> ended(request, response);
            case SignUpOutcome.Wrong(var problem) -> {
                response.setStatus(422);
                draw(request, response, makeAccount.offer(token).orElseThrow(), name, problem);
            }
        }
    }

    private void draw(
            HttpServletRequest request,
            HttpServletResponse response,
            Offer offer,
            String name,
            @Nullable String problem)
            throws IOException {
        pages.signUp(request, response, new SignInPages.SignUp(token(request), offer, secret(request), name, problem));
    }

    /// A link that opens something opens it all the same, whoever else guesses from that address.
    private void ended(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var pause = limits.take(Limit.SIGN_UP_LINKS, request.getRemoteAddr());
        if (pause.isPresent()) {
            pages.pause(request, response, pause.get());
            return;
        }
        response.setStatus(HttpServletResponse.SC_GONE);
        pages.message(request, response, "local.signin.signUp.ended");
    }

    private static byte[] secret(HttpServletRequest request) {
        var token = token(request);
        var session = request.getSession();
        if (session.getAttribute(GIVEN) instanceof Given given && given.token().equals(token)) {
            return given.secret();
        }
        var secret = new byte[20];
        RANDOM.nextBytes(secret);
        session.setAttribute(GIVEN, new Given(token, secret));
        return secret;
    }

    private static String token(HttpServletRequest request) {
        var path = request.getPathInfo();
        return path == null ? "" : path.substring(1);
    }

    private static String field(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }
}
