package health.visavis.local.signin;

import health.visavis.local.signin.domain.Account;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.savedrequest.RequestCache;

/// What a browser session holds: half a sign-in while the code is awaited, then the whole one.
final class SignInSession {

    private static final String PENDING = "visavis.signin.pending";
    private static final Duration CODE_AWAITED = Duration.ofMinutes(5);

    private final SecurityContextRepository contexts;
    private final RequestCache requests;
    private final Clock clock;

    SignInSession(SecurityContextRepository contexts, RequestCache requests, Clock clock) {
        this.contexts = contexts;
        this.requests = requests;
        this.clock = clock;
    }

    private record Pending(UUID account, Instant since) implements java.io.Serializable {}

    void awaitCode(HttpServletRequest request, Account account) {
        request.getSession();
        request.changeSessionId();
        request.getSession().setAttribute(PENDING, new Pending(account.id(), clock.instant()));
    }

    Optional<UUID> codeAwaitedFrom(HttpServletRequest request) {
        var session = request.getSession(false);
        return Optional.ofNullable(session == null ? null : (Pending) session.getAttribute(PENDING))
                .filter(pending -> clock.instant().isBefore(pending.since().plus(CODE_AWAITED)))
                .map(Pending::account);
    }

    /// Returns where the person wanted to go.
    Optional<String> complete(
            HttpServletRequest request, HttpServletResponse response, Account account, Factor... proven) {
        request.getSession().removeAttribute(PENDING);
        request.changeSessionId();
        var authentication = UsernamePasswordAuthenticationToken.authenticated(
                account.id().toString(),
                null,
                Arrays.stream(proven)
                        .map(factor -> factor.provenAt(clock.instant()))
                        .toList());
        authentication.setDetails(new WebAuthenticationDetails(request));
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        contexts.saveContext(context, request, response);
        var wanted = Optional.ofNullable(requests.getRequest(request, response)).map(saved -> saved.getRedirectUrl());
        requests.removeRequest(request, response);
        return wanted;
    }
}
