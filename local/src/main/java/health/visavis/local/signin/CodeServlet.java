package health.visavis.local.signin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;

/// `/sign-in/code` and `/sign-in/recovery`: the second factor, for whoever has just shown the first.
final class CodeServlet extends HttpServlet {

    /// Judges what was typed, by whom, and from which address.
    interface Proof {
        SignInOutcome of(String address, UUID account, String code);
    }

    private final transient Proof proof;
    private final transient SignInSession session;
    private final transient SignInPages pages;
    private final Factor factor;
    private final String form;

    /// @param form its page and its texts
    CodeServlet(Proof proof, Factor factor, String form, SignInSession session, SignInPages pages) {
        this.proof = proof;
        this.factor = factor;
        this.form = form;
        this.session = session;
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (session.codeAwaitedFrom(request).isEmpty()) {
            Redirects.seeOther(response, "/sign-in");
            return;
        }
        pages.code(form, request, response, null);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var awaited = session.codeAwaitedFrom(request);
        if (awaited.isEmpty()) {
            Redirects.seeOther(response, "/sign-in?stale");
            return;
        }
        var code = Objects.requireNonNullElse(request.getParameter("code"), "");
        switch (proof.of(request.getRemoteAddr(), awaited.get(), code)) {
            case SignInOutcome.SignedIn(var account) ->
                Redirects.seeOther(
                        response,
                        session.complete(request, response, account, Factor.PASSWORD, factor)
                                .orElseGet(pages::application));
            case SignInOutcome.TooManyTries(var pause) -> pages.pause(request, response, pause);
            // A code is never the first factor, so the second is not asked for again.
            case SignInOutcome.SecondFactorNeeded(var account) -> wrong(request, response);
            case SignInOutcome.Wrong() -> wrong(request, response);
        }
    }

    private void wrong(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        pages.code(form, request, response, "local.signin." + form + ".wrong");
    }
}
