package health.visavis.local.signin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;

/// `/sign-in`: name and password.
final class PasswordServlet extends HttpServlet {

    private final transient ProveIdentity prove;
    private final transient SignInSession session;
    private final transient SignInPages pages;

    PasswordServlet(ProveIdentity prove, SignInSession session, SignInPages pages) {
        this.prove = prove;
        this.session = session;
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var problem = request.getParameter("stale") == null ? null : "local.signin.password.stale";
        pages.password(request, response, "", problem);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var name = Objects.requireNonNullElse(request.getParameter("name"), "");
        var password = Objects.requireNonNullElse(request.getParameter("password"), "");
        switch (prove.byPassword(request.getRemoteAddr(), name, password)) {
            case SignInOutcome.SignedIn(var account) ->
                Redirects.seeOther(
                        response,
                        session.complete(request, response, account, Factor.PASSWORD)
                                .orElseGet(pages::application));
            case SignInOutcome.SecondFactorNeeded(var account) -> {
                session.awaitCode(request, account);
                Redirects.seeOther(response, "/sign-in/code");
            }
            case SignInOutcome.Wrong() -> {
                response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
                pages.password(request, response, name, "local.signin.password.wrong");
            }
            case SignInOutcome.TooManyTries(var pause) -> pages.pause(request, response, pause);
        }
    }
}
