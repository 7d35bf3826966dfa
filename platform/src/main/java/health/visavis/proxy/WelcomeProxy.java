package health.visavis.proxy;

import health.visavis.access.Origin;
import health.visavis.access.Passage;
import health.visavis.access.Passages;
import health.visavis.access.Passages.Traveller;
import health.visavis.access.Role;
import health.visavis.kernel.PersonId;
import health.visavis.links.Links;
import health.visavis.links.Links.Attempt;
import health.visavis.people.CaregiverAccounts;
import health.visavis.people.Invited;
import health.visavis.people.People;
import health.visavis.people.PersonDetails;
import health.visavis.people.PersonSummary;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Makes an account for somebody who was asked to act for a patient and has none. Whoever holds the link is, so far,
/// nobody to us: this runs before there is an actor.
@Component
@Transactional
public class WelcomeProxy {

    private final Accepting accepting;
    private final CaregiverAccounts accounts;
    private final People people;
    private final Passages passages;
    private final Links links;

    WelcomeProxy(Accepting accepting, CaregiverAccounts accounts, People people, Passages passages, Links links) {
        this.accepting = accepting;
        this.accounts = accounts;
        this.people = people;
        this.passages = passages;
        this.links = links;
    }

    /// As whom the link was made for. Names no patient: whoever has found the link learns nothing of anybody else.
    public Optional<String> look(Attempt attempt) {
        return accepting.look(attempt).map(ProxyInvitation::given);
    }

    /// Whether a second person of the clinic has to agree before the link opens anything.
    public boolean waits(Attempt attempt) {
        return accepting.waits(attempt);
    }

    /// How long this address is told to wait before it tries another link.
    public Optional<Duration> waitOf(String address) {
        return links.waitOf(address);
    }

    /// The link is used up by it. The person is named as the patient has named them, and lives, until they say
    /// otherwise, where the patient does.
    ///
    /// @param language of the page on which they ask
    public Optional<Invited> welcome(Attempt attempt, Locale language, Origin origin) {
        return accepting.look(attempt).flatMap(asked -> {
            var person = new PersonId(asked.id());
            return accepting.take(asked, person).map(grant -> {
                var invited = accounts.offer(
                        person, new PersonDetails(asked.given(), asked.family(), null, null, zoneOf(asked), language));
                passages.passed(
                        new Traveller(person, Set.of(Role.PATIENT), asked.patient(), origin),
                        Passage.WELCOME_PROXY,
                        Passage.Reason.OWN_LINK);
                return invited;
            });
        });
    }

    private ZoneId zoneOf(ProxyInvitation asked) {
        return people.patient(asked.patient())
                .flatMap(patient -> people.person(patient.person()))
                .map(PersonSummary::zone)
                .orElseThrow();
    }
}
