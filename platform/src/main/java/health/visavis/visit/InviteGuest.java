package health.visavis.visit;

import static health.visavis.access.Action.INVITE_GUEST;

import health.visavis.access.Access;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.Sensitive;
import health.visavis.kernel.TimeSlot;
import health.visavis.kernel.VisitId;
import health.visavis.links.Links;
import health.visavis.visit.domain.Companion;
import health.visavis.visit.domain.CompanionId;
import health.visavis.visit.domain.Encounter;
import health.visavis.visit.domain.Errand;
import health.visavis.visit.store.Companions;
import health.visavis.visit.store.Encounters;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;

/// Invites somebody without an account to one visit, by a link. Who is invited is not let in: that is for the doctor
/// to do when they have come.
///
/// A patient invites family; a second clinician and an interpreter are the clinic's to choose.
@UseCase
public class InviteGuest {

    public sealed interface InvitationOutcome {

        /// @param token for the link: it exists here and nowhere else
        record Invited(UUID guest, Sensitive<String> token, TimeSlot slot) implements InvitationOutcome {}

        /// The same form was sent before; the link left then.
        record InvitedAlready() implements InvitationOutcome {}

        record FamilyOnly() implements InvitationOutcome {}

        /// So many wait for an answer already that one more would be a mistake.
        record TooMany() implements InvitationOutcome {}

        record VisitOver() implements InvitationOutcome {}
    }

    static final String PURPOSE = "visit-guest";
    private static final int MOST_EXPECTED = 10;

    /// A visit may begin late and last long.
    private static final Duration AFTERWARDS = Duration.ofHours(12);

    private final Access access;
    private final Encounters encounters;
    private final Companions companions;
    private final Links links;
    private final VisitNews news;
    private final Clock clock;

    InviteGuest(Access access, Encounters encounters, Companions companions, Links links, VisitNews news, Clock clock) {
        this.access = access;
        this.encounters = encounters;
        this.companions = companions;
        this.links = links;
        this.news = news;
        this.clock = clock;
    }

    /// @param guest made with the form: sent twice it invites one person
    public InvitationOutcome invite(Actor actor, VisitId visit, UUID guest, GuestInvitation invitation) {
        access.require(actor, INVITE_GUEST.on(encounters.subject(visit)));
        if (!(encounters.locked(visit) instanceof Encounter.Unfinished unfinished)) {
            return new InvitationOutcome.VisitOver();
        }
        var id = new CompanionId(guest);
        if (companions.find(id).isPresent()) {
            return new InvitationOutcome.InvitedAlready();
        }
        if (unfinished.plan().patient().equals(actor.patient()) && invitation.kind() != GuestKind.FAMILY) {
            return new InvitationOutcome.FamilyOnly();
        }
        var expected = companions.of(visit).stream()
                .filter(Companion.Expected.class::isInstance)
                .count();
        return expected >= MOST_EXPECTED ? new InvitationOutcome.TooMany() : invite(actor, unfinished, id, invitation);
    }

    private InvitationOutcome invite(Actor actor, Encounter encounter, CompanionId id, GuestInvitation invitation) {
        var now = clock.instant();
        var slot = encounter.plan().slot();
        var from = slot.end().isAfter(now) ? slot.end() : now;
        var link = links.make(PURPOSE, id.value(), from.plus(AFTERWARDS));
        var invited = new Companion.Invited(new Companion.Facts(
                id,
                encounter.id(),
                errand(invitation),
                invitation.invitedAs().strip(),
                actor.person(),
                link.id().value(),
                now));
        companions.add(invited);
        news.changed(invited);
        return new InvitationOutcome.Invited(id.value(), link.token(), slot);
    }

    private static Errand errand(GuestInvitation invitation) {
        return switch (invitation.kind()) {
            case FAMILY -> new Errand.Family();
            case CLINICIAN -> new Errand.Clinician();
            case INTERPRETER -> new Errand.Interpreter(Objects.requireNonNull(invitation.language()));
        };
    }
}
