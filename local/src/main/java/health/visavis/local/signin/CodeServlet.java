package health.visavis.local.signin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;

/// `/sign-in/code`: the second factor, for whoever has just shown the first.
final class CodeServlet extends HttpServlet {

    private final transient ProveIdentity prove;
    private final transient SignInSession session;
    private final transient SignInPages pages;

    CodeServlet(ProveIdentity prove, SignInSession session, SignInPages pages) {
        this.prove = prove;
        this.session = session;
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (session.codeAwaitedFrom(request).isEmpty()) {
            Redirects.seeOther(response, "/sign-in");
            return;
        }
        pages.code(request, response, null);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var awaited = session.codeAwaitedFrom(request);
        if (awaited.isEmpty()) {
            Redirects.seeOther(response, "/sign-in?stale");
            return;
        }
        var code = Objects.requireNonNullElse(request.getParameter("code"), "");
        switch (prove.byCode(awaited.get(), code)) {
            case SignInOutcome.SignedIn(var account) ->
                Redirects.seeOther(
                        response,
                        session.complete(request, response, account, Factor.PASSWORD, Factor.ONE_TIME_CODE)
                                .orElseGet(pages::application));
            case SignInOutcome.TooManyTries() -> {
                response.setStatus(429);
                pages.code(request, response, "local.signin.code.wait");
            }
            // A code is never the first factor, so the second is not asked for again.
            case SignInOutcome.SecondFactorNeeded(var account) -> wrong(request, response);
            case SignInOutcome.Wrong() -> wrong(request, response);
        }
    }

    private void wrong(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        pages.code(request, response, "local.signin.code.wrong");
    }
}
