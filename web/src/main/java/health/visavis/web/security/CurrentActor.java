package health.visavis.web.security;

import health.visavis.access.Actor;
import health.visavis.access.Origin;
import health.visavis.access.Proof;
import health.visavis.access.Role;
import health.visavis.kernel.Algorithms;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// Makes the [Actor] of a request from its session.
@Component
public class CurrentActor {

    private final String instance = hostName() + "/" + ProcessHandle.current().pid();

    /// Empty for strangers, and for a sign-in that belongs to nobody yet.
    public Optional<Actor> of(HttpServletRequest request) {
        var session = request.getSession(false);
        return of(request, session == null ? request.getRequestedSessionId() : session.getId());
    }

    /// For a request that leaves its session alone.
    public Optional<Actor> of(HttpServletRequest request, @Nullable String sessionId) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        var origin = origin(request, sessionId);
        return signedIn(authentication)
                .flatMap(signedIn -> actor(signedIn, origin).map(actor -> acting(actor, signedIn)))
                .or(() -> emergency(authentication).map(emergency -> actor(emergency, origin)))
                .or(() -> guest(authentication).map(guest -> actor(guest, origin)));
    }

    /// Whoever acts for a patient, as themselves.
    Optional<Actor> inPerson(HttpServletRequest request) {
        return inPerson(SecurityContextHolder.getContext().getAuthentication(), origin(request));
    }

    /// Whoever has an account here, however they came.
    static Optional<Actor> inPerson(@Nullable Authentication authentication, Origin origin) {
        return signedIn(authentication)
                .flatMap(signedIn -> actor(signedIn, origin))
                .or(() -> emergency(authentication).map(emergency -> actor(emergency, origin)));
    }

    private static Actor acting(Actor actor, SignedIn signedIn) {
        return signedIn.actingFor() == null ? actor : actor.actingFor(new PatientId(signedIn.actingFor()));
    }

    /// From where a request comes, also before there is an actor.
    public Origin origin(HttpServletRequest request) {
        var session = request.getSession(false);
        return origin(request, session == null ? null : session.getId());
    }

    Origin origin(HttpServletRequest request, @Nullable String sessionId) {
        return origin(request.getRemoteAddr(), sessionId);
    }

    Origin origin(String address, @Nullable String sessionId) {
        return new Origin(address, sessionId == null ? "-" : hash(sessionId), instance);
    }

    /// Whether a request may reach anything that is not for strangers.
    static boolean mayEnter(@Nullable Authentication authentication, HttpServletRequest request) {
        return signedIn(authentication)
                        .filter(signedIn -> signedIn.person() != null)
                        .isPresent()
                || guest(authentication).isPresent() && GuestPaths.lead(request)
                || emergency(authentication).isPresent() && EmergencyPaths.lead(request);
    }

    static Optional<GuestIn> guest(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof GuestIn guest
                ? Optional.of(guest)
                : Optional.empty();
    }

    private static Actor actor(GuestIn guest, Origin origin) {
        return new Actor(new PersonId(guest.guest()), Set.of(Role.GUEST), null, null, origin, Proof.NEVER);
    }

    static Optional<EmergencyIn> emergency(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof EmergencyIn emergency
                ? Optional.of(emergency)
                : Optional.empty();
    }

    private static Actor actor(EmergencyIn emergency, Origin origin) {
        return new Actor(new PersonId(emergency.person()), Set.of(Role.EMERGENCY), null, null, origin, Proof.ALWAYS);
    }

    static Optional<SignedIn> signedIn(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? Optional.of(signedIn)
                : Optional.empty();
    }

    /// In person.
    static Optional<Actor> actor(SignedIn signedIn, Origin origin) {
        if (signedIn.person() == null) {
            return Optional.empty();
        }
        return Optional.of(new Actor(
                new PersonId(signedIn.person()),
                signedIn.roles(),
                signedIn.patient() == null ? null : new PatientId(signedIn.patient()),
                signedIn.clinician() == null ? null : new ClinicianId(signedIn.clinician()),
                origin,
                signedIn.proof()));
    }

    /// What the trail keeps of a session: enough to put its acts together, not enough to use it.
    public static String hash(String sessionId) {
        try {
            var digest = Algorithms.inUse().digest("SHA-256").digest(sessionId.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException unnamed) {
            return "unnamed";
        }
    }
}
