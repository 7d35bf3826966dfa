package health.visavis.web.security;

import health.visavis.access.Passage;
import health.visavis.access.Passages;
import health.visavis.access.Passages.Traveller;
import health.visavis.people.FindIdentity;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/// Puts signing in and out on the audit trail, with the session that begins or ends.
@Component
class SignInTrail {

    private final Passages passages;
    private final FindIdentity findIdentity;
    private final CurrentActor currentActor;

    SignInTrail(Passages passages, FindIdentity findIdentity, CurrentActor currentActor) {
        this.passages = passages;
        this.findIdentity = findIdentity;
        this.currentActor = currentActor;
    }

    /// The provider knows who it is; whether we do is the question.
    void came(HttpServletRequest request, Authentication authentication) {
        CurrentActor.signedIn(authentication).ifPresent(signedIn -> {
            var origin = currentActor.origin(request);
            CurrentActor.actor(signedIn, origin)
                    .ifPresentOrElse(
                            actor -> passages.passed(Traveller.of(actor), Passage.SIGN_IN, Passage.Reason.OWN_SIGN_IN),
                            () -> turnedAway(request, signedIn));
        });
    }

    private void turnedAway(HttpServletRequest request, SignedIn signedIn) {
        var traveller = traveller(request, signedIn);
        var known = findIdentity.owner(signedIn.issuer(), signedIn.subject()).isPresent();
        passages.refused(traveller, Passage.SIGN_IN, known ? Passage.Reason.DEACTIVATED : Passage.Reason.NOT_LINKED);
    }

    void refused(HttpServletRequest request, SignInRefused refusal) {
        passages.refused(traveller(request, refusal.who()), Passage.SIGN_IN, refusal.reason());
    }

    void went(HttpServletRequest request, @Nullable Authentication authentication) {
        gone(request, authentication, Passage.SIGN_OUT, Passage.Reason.OWN_SIGN_IN);
    }

    void stayedTooLong(HttpServletRequest request, @Nullable Authentication authentication) {
        gone(request, authentication, Passage.END_SESSION, Passage.Reason.LONGEST);
    }

    private void gone(
            HttpServletRequest request,
            @Nullable Authentication authentication,
            Passage passage,
            Passage.Reason reason) {
        CurrentActor.inPerson(authentication, currentActor.origin(request))
                .ifPresent(actor -> passages.passed(Traveller.of(actor), passage, reason));
    }

    private Traveller traveller(HttpServletRequest request, SignedIn signedIn) {
        var origin = currentActor.origin(request);
        return findIdentity
                .owner(signedIn.issuer(), signedIn.subject())
                .map(person -> new Traveller(person, signedIn.roles(), null, origin))
                .orElseGet(() -> Traveller.unknown(signedIn.issuer(), signedIn.subject(), origin));
    }
}
