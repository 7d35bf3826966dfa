package health.visavis.web.security;

import health.visavis.access.ProxyGrants;
import health.visavis.access.Role;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import health.visavis.people.People;
import health.visavis.people.PersonSummary;
import health.visavis.web.i18n.Language;
import health.visavis.web.i18n.LanguageChoice;
import health.visavis.web.layout.Acting;
import health.visavis.web.layout.Clinic;
import health.visavis.web.layout.Viewer;
import health.visavis.web.layout.Viewers;
import health.visavis.web.session.SessionSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// Tells the shell who looks.
@Component
class SignedInViewers implements Viewers {

    private final People people;
    private final SessionSettings settings;
    private final ProxyGrants proxies;
    private final LanguageChoice languages;
    private final Clinic clinic;

    SignedInViewers(
            People people, SessionSettings settings, ProxyGrants proxies, LanguageChoice languages, Clinic clinic) {
        this.people = people;
        this.proxies = proxies;
        this.settings = settings;
        this.languages = languages;
        this.clinic = clinic;
    }

    @Override
    public Optional<Viewer> viewer(HttpServletRequest request) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return CurrentActor.signedIn(authentication)
                .<Viewer>flatMap(signedIn -> Optional.ofNullable(signedIn.person())
                        .flatMap(person -> people.person(new PersonId(person)))
                        .map(person -> viewer(person, signedIn)))
                .or(() -> CurrentActor.emergency(authentication)
                        .flatMap(emergency -> people.person(new PersonId(emergency.person()))
                                .map(person -> new EmergencyViewer(
                                        person, emergency.until(), languages.of(request, null), settings.idle()))))
                .or(() -> CurrentActor.guest(authentication)
                        .map(guest -> new GuestViewer(
                                guest.calledName(), clinic.zone(), languages.of(request, null), settings.idle())));
    }

    private Viewer viewer(PersonSummary person, SignedIn signedIn) {
        var patient = signedIn.actingFor();
        return patient == null
                ? new SignedInViewer(person, signedIn.roles(), null, settings.idle())
                : new SignedInViewer(
                        person, Set.of(Role.PATIENT), acting(person.id(), new PatientId(patient)), settings.idle());
    }

    private Acting acting(PersonId person, PatientId patient) {
        var scopes = proxies.scopesOf(person, patient);
        return scopes.isEmpty()
                ? Acting.OVER
                : new Acting(people.patient(patient).orElseThrow().displayName(), scopes);
    }

    private record GuestViewer(String displayName, ZoneId zone, Language language, Duration idleLimit)
            implements Viewer {

        @Override
        public Set<Role> roles() {
            return Set.of(Role.GUEST);
        }
    }

    /// On whatever machine is at hand, so in the language that is chosen there.
    private record EmergencyViewer(PersonSummary person, Instant until, Language language, Duration idleLimit)
            implements Viewer {

        @Override
        public String displayName() {
            return person.displayName();
        }

        @Override
        public Set<Role> roles() {
            return Set.of(Role.EMERGENCY);
        }

        @Override
        public ZoneId zone() {
            return person.zone();
        }
    }

    private record SignedInViewer(
            PersonSummary person, Set<Role> roles, @Nullable Acting acting, Duration idleLimit) implements Viewer {

        @Override
        public String displayName() {
            return person.displayName();
        }

        @Override
        public ZoneId zone() {
            return person.zone();
        }

        @Override
        public Language language() {
            return Language.of(person.language()).orElse(Language.ENGLISH);
        }
    }
}
