package health.visavis.web.security;

import health.visavis.kernel.PersonId;
import health.visavis.notification.NewDeviceLetter;
import health.visavis.web.session.Device;
import health.visavis.web.session.KnownDevices;
import health.visavis.web.session.ProviderSession;
import health.visavis.web.session.store.ProviderSessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.stereotype.Component;

/// What is noted when somebody has signed in: on the trail, beside the session, and in it; on a device that is new for
/// them they get a letter. Nobody is signed in whose coming could not be noted.
@Component
class SessionBeginning {

    private final SignInTrail trail;
    private final ProviderSessions sessions;
    private final KnownDevices devices;
    private final NewDeviceLetter letter;
    private final Clock clock;

    SessionBeginning(
            SignInTrail trail, ProviderSessions sessions, KnownDevices devices, NewDeviceLetter letter, Clock clock) {
        this.trail = trail;
        this.sessions = sessions;
        this.devices = devices;
        this.letter = letter;
        this.clock = clock;
    }

    void note(HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        var session = request.getSession();
        try {
            CurrentActor.signedIn(authentication)
                    .ifPresent(signedIn -> sessions.begin(
                            new ProviderSession(
                                    session.getId(),
                                    ((OAuth2AuthenticationToken) authentication).getAuthorizedClientRegistrationId(),
                                    signedIn.issuer(),
                                    signedIn.subject(),
                                    signedIn.getIdToken().getClaimAsString("sid"),
                                    RefreshTokens.of(request)),
                            clock.instant()));
            session.setAttribute(Device.ATTRIBUTE, Device.of(request.getHeader(HttpHeaders.USER_AGENT)));
            trail.came(request, authentication);
            CurrentActor.signedIn(authentication)
                    .flatMap(signedIn -> Optional.ofNullable(signedIn.person()).map(PersonId::new))
                    .filter(person -> devices.areJoinedBy(person, request, response))
                    .ifPresent(letter::write);
        } catch (RuntimeException notNoted) {
            sessions.forget(session.getId());
            session.invalidate();
            throw notNoted;
        }
    }
}
