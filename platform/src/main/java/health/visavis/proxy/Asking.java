package health.visavis.proxy;

import health.visavis.kernel.PersonId;
import health.visavis.kernel.TimeOrderedId;
import health.visavis.links.Links;
import health.visavis.people.PatientSummary;
import health.visavis.proxy.AskingOutcome.Asked;
import health.visavis.proxy.domain.ProxyRules;
import health.visavis.proxy.store.Grants;
import health.visavis.proxy.store.Invitations;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Asks somebody to act for a patient: the part that the patient's word and the clinic's have in common.
@Component
class Asking {

    static final String PURPOSE = "proxy";

    private final Grants grants;
    private final Invitations invitations;
    private final Links links;
    private final ProxyRules rules;
    private final ProxySettings settings;
    private final Clock clock;

    Asking(Grants grants, Invitations invitations, Links links, ProxyRules rules, ProxySettings settings, Clock clock) {
        this.grants = grants;
        this.invitations = invitations;
        this.links = links;
        this.rules = rules;
        this.settings = settings;
        this.clock = clock;
    }

    boolean grownUp(PatientSummary patient) {
        return rules.grownUp(patient.bornOn(), patient.zone(), clock.instant());
    }

    AskingOutcome ask(PersonId by, PatientSummary patient, ProxyWish wish, Basis basis) {
        grants.takeTurn(patient.id());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var obstacle = obstacle(patient, wish, now);
        return obstacle != null ? obstacle : asked(by, patient, wish, basis, now);
    }

    private @Nullable AskingOutcome obstacle(PatientSummary patient, ProxyWish wish, Instant now) {
        if (!wish.isNamed()) {
            return new AskingOutcome.NameMissing();
        }
        if (wish.scopes().isEmpty()) {
            return new AskingOutcome.NothingGiven();
        }
        var acting = grants.of(patient.id()).stream()
                .filter(grant -> grant.isActiveAt(now))
                .count();
        var waiting = invitations.openOf(patient.id(), now).size();
        return acting + waiting < settings.most() ? null : new AskingOutcome.TooMany(settings.most());
    }

    private Asked asked(PersonId by, PatientSummary patient, ProxyWish wish, Basis basis, Instant now) {
        var id = TimeOrderedId.next();
        var expiresAt = now.plus(settings.answerWithin());
        var link = links.make(PURPOSE, id, expiresAt);
        var until = basis == Basis.MINOR
                ? rules.majority().reachedAt(patient.bornOn(), patient.zone())
                : rules.endOf(wish.lasts(), patient.zone(), now);
        invitations.add(new ProxyInvitation(
                id,
                patient.id(),
                link.id().value(),
                wish.given(),
                wish.family(),
                wish.relationship(),
                wish.scopes(),
                basis,
                until,
                by,
                now,
                expiresAt,
                null));
        return new Asked(link.token(), until, expiresAt);
    }
}
