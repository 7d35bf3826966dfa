package health.visavis.visit;

import static health.visavis.access.Action.ADMIT_GUEST;

import health.visavis.access.Access;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.VisitId;
import health.visavis.visit.domain.Call;
import health.visavis.visit.domain.Companion;
import health.visavis.visit.domain.CompanionId;
import health.visavis.visit.domain.Encounter;
import health.visavis.visit.store.Calls;
import health.visavis.visit.store.Companions;
import health.visavis.visit.store.Encounters;
import java.time.Clock;
import java.util.UUID;

/// Lets one waiting guest in. The visit has begun by then: it is the patient's, and begins with the patient.
@UseCase
public class AdmitGuest {

    public sealed interface GuestAdmission {

        record Admitted() implements GuestAdmission {}

        record NotWaiting() implements GuestAdmission {}

        /// The doctor has not let the patient in yet.
        record NotStarted() implements GuestAdmission {}

        /// @param people how many fit into the call
        record Full(int people) implements GuestAdmission {}

        record VisitOver() implements GuestAdmission {}
    }

    private final Access access;
    private final Encounters encounters;
    private final Companions companions;
    private final Calls calls;
    private final VisitNews news;
    private final Clock clock;

    AdmitGuest(Access access, Encounters encounters, Companions companions, Calls calls, VisitNews news, Clock clock) {
        this.access = access;
        this.encounters = encounters;
        this.companions = companions;
        this.calls = calls;
        this.news = news;
        this.clock = clock;
    }

    public GuestAdmission admit(Actor actor, VisitId visit, UUID guest) {
        access.require(actor, ADMIT_GUEST.on(encounters.subject(visit)));
        if (!(encounters.locked(visit) instanceof Encounter.Unfinished)) {
            return new GuestAdmission.VisitOver();
        }
        if (!(calls.of(visit) instanceof Call.Open)) {
            return new GuestAdmission.NotStarted();
        }
        return switch (companions.find(visit, new CompanionId(guest)).orElse(null)) {
            case Companion.Waiting waiting -> admit(waiting);
            case Companion.Admitted _ -> new GuestAdmission.Admitted();
            case Companion.Invited _, Companion.Opened _, Companion.Removed _ -> new GuestAdmission.NotWaiting();
            case null -> new GuestAdmission.NotWaiting();
        };
    }

    /// Patient and doctor always find their places.
    private GuestAdmission admit(Companion.Waiting waiting) {
        var inside = companions.of(waiting.visit()).stream()
                .filter(Companion.Admitted.class::isInstance)
                .count();
        if (inside + 2 >= TakeSeat.MOST_PEOPLE) {
            return new GuestAdmission.Full(TakeSeat.MOST_PEOPLE);
        }
        var admitted = waiting.admit(clock.instant());
        companions.save(admitted);
        news.changed(admitted);
        return new GuestAdmission.Admitted();
    }
}
