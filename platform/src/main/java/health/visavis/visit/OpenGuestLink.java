package health.visavis.visit;

import static health.visavis.access.Action.TAKE_GUEST_LINK;

import health.visavis.access.Access;
import health.visavis.access.Actor;
import health.visavis.access.Origin;
import health.visavis.access.PatientRows;
import health.visavis.access.Proof;
import health.visavis.access.Role;
import health.visavis.access.Unasked;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PersonId;
import health.visavis.kernel.TimeSlot;
import health.visavis.kernel.VisitId;
import health.visavis.links.LinkId;
import health.visavis.links.Links;
import health.visavis.links.Links.Attempt;
import health.visavis.links.OpenLink;
import health.visavis.visit.domain.Companion;
import health.visavis.visit.domain.CompanionId;
import health.visavis.visit.domain.Encounter;
import health.visavis.visit.store.Companions;
import health.visavis.visit.store.Encounters;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Turns an invitation's link into a guest. Whoever holds the link is, so far, nobody to us: this runs before there is
/// an actor. What opens nothing is answered in one way, whatever the reason.
@Component
@Transactional
public class OpenGuestLink {

    /// What the page says before anybody has agreed to anything: who invites and when. Names no patient.
    ///
    /// @param here whether the browser that asks is the guest already
    public record InvitedTo(
            VisitId visit,
            ClinicianId clinician,
            TimeSlot slot,
            GuestKind kind,
            @Nullable String language,
            boolean here) {}

    public record Entry(PersonId guest, VisitId visit) {}

    private final Links links;
    private final Companions companions;
    private final Encounters encounters;
    private final PatientRows rows;
    private final Departures departures;
    private final Access access;
    private final VisitNews news;

    OpenGuestLink(
            Links links,
            Companions companions,
            Encounters encounters,
            PatientRows rows,
            Departures departures,
            Access access,
            VisitNews news) {
        this.links = links;
        this.companions = companions;
        this.encounters = encounters;
        this.rows = rows;
        this.departures = departures;
        this.access = access;
        this.news = news;
    }

    /// Uses nothing up: mail scanners follow links too.
    ///
    /// @param session of the browser that asks
    public Optional<InvitedTo> look(Attempt attempt, String session) {
        return links.look(InviteGuest.PURPOSE, attempt)
                .flatMap(this::expected)
                .flatMap(companion -> encounters
                        .find(companion.visit())
                        .filter(Encounter.Unfinished.class::isInstance)
                        .map(encounter -> invitedTo(companion, encounter, session)));
    }

    /// How long this address is told to wait before it tries another link.
    public Optional<Duration> waitOf(String address) {
        return links.waitOf(address);
    }

    /// The browser with this session becomes the guest, and any other one is so no longer. Somebody who was let in
    /// from another browser waits anew: the link may have been passed on.
    public Optional<Entry> take(Attempt attempt, String name, Origin origin) {
        return links.look(InviteGuest.PURPOSE, attempt)
                .flatMap(this::expected)
                .filter(companion -> encounters.locked(companion.visit()) instanceof Encounter.Unfinished)
                .flatMap(companion -> companions.find(companion.id()))
                .filter(Companion.Expected.class::isInstance)
                .map(companion -> enter((Companion.Expected) companion, attempt, name, origin));
    }

    private Entry enter(Companion.Expected companion, Attempt attempt, String name, Origin origin) {
        links.take(InviteGuest.PURPOSE, attempt, origin.session());
        var guest = companion.id().person();
        var actor = new Actor(guest, Set.of(Role.GUEST), null, null, origin, Proof.NEVER);
        access.require(actor, TAKE_GUEST_LINK.on(encounters.subject(companion.visit())));
        departures.forGood(companion.visit(), guest);
        var opened = companion.open(name);
        companions.save(opened);
        news.changed(opened);
        return new Entry(guest, companion.visit());
    }

    /// Opens their visit too.
    private Optional<Companion.Expected> expected(OpenLink link) {
        var expected = companions
                .find(new CompanionId(link.subject()))
                .filter(Companion.Expected.class::isInstance)
                .map(Companion.Expected.class::cast);
        expected.map(companion -> encounters.subject(companion.visit()).patient())
                .ifPresent(host -> rows.openWithoutPermissionCheck(host, Unasked.GUEST_OF_VISIT));
        return expected;
    }

    private InvitedTo invitedTo(Companion companion, Encounter encounter, String session) {
        var guest = GuestSummary.of(companion, false);
        var here = links.heldBy(new LinkId(companion.facts().link()), session);
        var plan = encounter.plan();
        return new InvitedTo(encounter.id(), plan.clinician(), plan.slot(), guest.kind(), guest.language(), here);
    }
}
