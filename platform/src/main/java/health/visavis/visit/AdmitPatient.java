package health.visavis.visit;

import static health.visavis.access.Action.ADMIT_PATIENT;

import health.visavis.access.Access;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.VisitId;
import health.visavis.visit.domain.Call;
import health.visavis.visit.domain.Encounter;
import health.visavis.visit.store.Calls;
import health.visavis.visit.store.Encounters;
import java.time.Clock;

/// The doctor lets the waiting patient in. The first time this starts the visit and opens the line: nobody but the
/// doctor of the visit can.
@UseCase
public class AdmitPatient {

    public sealed interface AdmissionOutcome {

        record Admitted() implements AdmissionOutcome {}

        record NobodyWaiting() implements AdmissionOutcome {}

        record VisitOver() implements AdmissionOutcome {}
    }

    private final Access access;
    private final Encounters encounters;
    private final Calls calls;
    private final CallEngines engines;
    private final VisitNews news;
    private final Clock clock;

    AdmitPatient(Access access, Encounters encounters, Calls calls, CallEngines engines, VisitNews news, Clock clock) {
        this.access = access;
        this.encounters = encounters;
        this.calls = calls;
        this.engines = engines;
        this.news = news;
        this.clock = clock;
    }

    public AdmissionOutcome admit(Actor actor, VisitId visit) {
        access.require(actor, ADMIT_PATIENT.on(encounters.subject(visit)));
        return switch (encounters.locked(visit)) {
            case Encounter.Arrived arrived -> admit(arrived);
            case Encounter.InProgress inProgress -> new AdmissionOutcome.Admitted();
            case Encounter.Planned planned -> new AdmissionOutcome.NobodyWaiting();
            case Encounter.Finished finished -> new AdmissionOutcome.VisitOver();
            case Encounter.Cancelled cancelled -> new AdmissionOutcome.VisitOver();
        };
    }

    private AdmissionOutcome admit(Encounter.Arrived arrived) {
        var now = clock.instant();
        var inProgress = arrived.admit(now);
        encounters.save(inProgress);
        if (calls.of(arrived.id()) instanceof Call.NotOpened notOpened) {
            calls.add(notOpened.open(engines.first().value(), now));
        }
        news.changed(inProgress);
        return new AdmissionOutcome.Admitted();
    }
}
