package health.visavis.visit;

import static health.visavis.access.Action.BE_PRESENT;

import health.visavis.access.Access;
import health.visavis.access.Actor;
import health.visavis.access.Role;
import health.visavis.access.UseCase;
import health.visavis.kernel.VisitId;
import health.visavis.visit.domain.Encounter;
import health.visavis.visit.domain.Seat;
import health.visavis.visit.store.Encounters;
import health.visavis.visit.store.Presences;
import java.time.Clock;
import java.time.Duration;

/// Somebody has a page of the visit open. Said every few seconds by the instance that holds the page's
/// connection; who falls silent is away, and keeps their place.
@UseCase
public class BePresent {

    /// How often to say it.
    public static final Duration EVERY = Duration.ofSeconds(4);

    /// Who said it this long ago is there; the next time is due.
    static final Duration FRESH = EVERY.plusSeconds(3);

    private final Access access;
    private final Encounters encounters;
    private final Presences presences;
    private final VisitNews news;
    private final Clock clock;

    BePresent(Access access, Encounters encounters, Presences presences, VisitNews news, Clock clock) {
        this.access = access;
        this.encounters = encounters;
        this.presences = presences;
        this.news = news;
        this.clock = clock;
    }

    public void here(Actor actor, VisitId visit) {
        access.require(actor, BE_PRESENT.on(encounters.subject(visit)));
        encounters
                .find(visit)
                .filter(Encounter.Unfinished.class::isInstance)
                .ifPresent(encounter -> here(actor, encounter));
    }

    private void here(Actor actor, Encounter encounter) {
        var clinician = encounter.plan().clinician().equals(actor.clinician());
        var part = actor.is(Role.GUEST) ? Seat.Part.GUEST : clinician ? Seat.Part.CLINICIAN : Seat.Part.PATIENT;
        if (presences.seen(encounter.id(), actor.person(), part, clock.instant())) {
            news.changed(encounter);
        }
    }
}
