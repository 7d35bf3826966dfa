package health.visavis.visit;

import static health.visavis.access.Action.PROMOTE_GUEST;

import health.visavis.access.Access;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.VisitId;
import health.visavis.visit.domain.Companion;
import health.visavis.visit.domain.CompanionId;
import health.visavis.visit.domain.Errand;
import health.visavis.visit.store.Companions;
import health.visavis.visit.store.Encounters;
import java.util.UUID;

/// Makes a second clinician, who is in the visit, co-host: they may then let people in and put them back. Ends with
/// their being put back or removed, or with the doctor's word.
@UseCase
public class PromoteGuest {

    public sealed interface Promotion {

        record Done() implements Promotion {}

        record NotAdmitted() implements Promotion {}

        record NotAClinician() implements Promotion {}
    }

    private final Access access;
    private final Encounters encounters;
    private final Companions companions;
    private final VisitNews news;

    PromoteGuest(Access access, Encounters encounters, Companions companions, VisitNews news) {
        this.access = access;
        this.encounters = encounters;
        this.companions = companions;
        this.news = news;
    }

    public Promotion promote(Actor actor, VisitId visit, UUID guest) {
        access.require(actor, PROMOTE_GUEST.on(encounters.subject(visit)));
        return change(visit, guest, true);
    }

    public Promotion demote(Actor actor, VisitId visit, UUID guest) {
        access.require(actor, PROMOTE_GUEST.on(encounters.subject(visit)));
        return change(visit, guest, false);
    }

    private Promotion change(VisitId visit, UUID guest, boolean coHost) {
        encounters.locked(visit);
        if (!(companions.find(visit, new CompanionId(guest)).orElse(null) instanceof Companion.Admitted admitted)) {
            return new Promotion.NotAdmitted();
        }
        if (!(admitted.facts().errand() instanceof Errand.Clinician)) {
            return new Promotion.NotAClinician();
        }
        var changed = coHost ? admitted.promoted() : admitted.demoted();
        companions.save(changed);
        news.changed(changed);
        return new Promotion.Done();
    }
}
