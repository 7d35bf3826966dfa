package health.visavis.web.security;

import health.visavis.access.Passage.Reason;
import health.visavis.people.FindIdentity;
import health.visavis.web.session.ProviderSession;
import health.visavis.web.session.store.ProviderSessions;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Asks, for every open session, whether its sign-in still stands: here, and at the provider, which renews it
/// (OAuth 2.0, section 6) only for an account that is enabled. What no longer stands ends. While the provider cannot be
/// asked, sessions go on: their own limits hold.
@Component
class SignInCheck {

    private static final Logger LOG = LoggerFactory.getLogger(SignInCheck.class);
    private static final int AT_ONCE = 8;
    private static final int MOST = 500;

    private final ProviderSessions sessions;
    private final Renewal renewal;
    private final SignInLookup lookup;
    private final FindIdentity findIdentity;
    private final SessionEnds ends;
    private final SignInSettings settings;
    private final Clock clock;

    SignInCheck(
            ProviderSessions sessions,
            Renewal renewal,
            SignInLookup lookup,
            FindIdentity findIdentity,
            SessionEnds ends,
            SignInSettings settings,
            Clock clock) {
        this.sessions = sessions;
        this.renewal = renewal;
        this.lookup = lookup;
        this.findIdentity = findIdentity;
        this.ends = ends;
        this.settings = settings;
        this.clock = clock;
    }

    void make() {
        var now = clock.instant();
        var due = sessions.claim(now, now.minus(settings.checkEvery()), MOST);
        try (var tasks =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            due.forEach(session -> tasks.submit(() -> check(session)));
        }
    }

    private void check(ProviderSession session) {
        try {
            ends.signedInBy(session.sessionId())
                    .ifPresentOrElse(
                            signedIn -> why(session, signedIn)
                                    .ifPresent(reason -> ends.end(session.sessionId(), SessionEnds.OURSELVES, reason)),
                            () -> sessions.forget(session.sessionId()));
        } catch (RuntimeException unavailable) {
            LOG.warn(
                    "An open sign-in could not be checked: {}",
                    unavailable.getClass().getName());
        }
    }

    /// Why it no longer stands; empty when it does.
    private Optional<Reason> why(ProviderSession session, SignedIn signedIn) {
        if (signedIn.person() != null
                && findIdentity.find(session.issuer(), session.subject()).isEmpty()) {
            return Optional.of(Reason.DEACTIVATED);
        }
        return session.refreshToken() == null ? Optional.empty() : whyAtProvider(session, signedIn);
    }

    private Optional<Reason> whyAtProvider(ProviderSession session, SignedIn signedIn) {
        return switch (renewal.ask(session)) {
            case Renewal.Answer.Renewed renewed -> {
                sessions.renewed(session.sessionId(), renewed.refreshToken());
                yield renewed.idToken()
                        .filter(token ->
                                !lookup.roles(token, session.registration()).containsAll(signedIn.roles()))
                        .map(token -> Reason.ROLE_TAKEN_AWAY);
            }
            case Renewal.Answer.Refused _ -> Optional.of(Reason.SIGNED_OUT_AT_PROVIDER);
            case Renewal.Answer.NobodyAnswered _ -> Optional.empty();
        };
    }
}
