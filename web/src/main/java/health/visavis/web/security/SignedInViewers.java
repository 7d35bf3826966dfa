package health.visavis.web.security;

import health.visavis.access.Role;
import health.visavis.kernel.PersonId;
import health.visavis.people.People;
import health.visavis.people.PersonSummary;
import health.visavis.web.i18n.Language;
import health.visavis.web.i18n.LanguageChoice;
import health.visavis.web.layout.Clinic;
import health.visavis.web.layout.Viewer;
import health.visavis.web.layout.Viewers;
import health.visavis.web.session.SessionSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// Tells the shell who looks.
@Component
class SignedInViewers implements Viewers {

    private final People people;
    private final SessionSettings settings;
    private final LanguageChoice languages;
    private final Clinic clinic;

    SignedInViewers(People people, SessionSettings settings, LanguageChoice languages, Clinic clinic) {
        this.people = people;
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
                        .map(person -> new SignedInViewer(person, signedIn.roles(), settings.idle())))
                .or(() -> CurrentActor.guest(authentication)
                        .map(guest -> new GuestViewer(
                                guest.calledName(), clinic.zone(), languages.of(request, null), settings.idle())));
    }

    private record GuestViewer(String displayName, ZoneId zone, Language language, Duration idleLimit)
            implements Viewer {

        @Override
        public Set<Role> roles() {
            return Set.of(Role.GUEST);
        }
    }

    private record SignedInViewer(PersonSummary person, Set<Role> roles, Duration idleLimit) implements Viewer {

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
