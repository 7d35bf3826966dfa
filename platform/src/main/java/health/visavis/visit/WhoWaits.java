package health.visavis.visit;

import static health.visavis.access.Action.SEE_WAITING_ROOM;

import health.visavis.access.Access;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.TimeSlot;
import health.visavis.kernel.VisitId;
import health.visavis.visit.domain.Encounter;
import health.visavis.visit.domain.Seat;
import health.visavis.visit.store.Calls;
import health.visavis.visit.store.DeviceChecks;
import health.visavis.visit.store.Encounters;
import health.visavis.visit.store.Presences;
import java.util.List;
import java.util.Map;

/// A clinician's waiting room: who waits and since when, who is being seen, and who is still to come today.
@UseCase
public class WhoWaits {

    private final Access access;
    private final Encounters encounters;
    private final Calls calls;
    private final Presences presences;
    private final DeviceChecks checks;

    WhoWaits(Access access, Encounters encounters, Calls calls, Presences presences, DeviceChecks checks) {
        this.access = access;
        this.encounters = encounters;
        this.calls = calls;
        this.presences = presences;
        this.checks = checks;
    }

    /// @param today from when to when a planned visit counts as still to come
    public List<VisitSummary> with(Actor actor, ClinicianId clinician, TimeSlot today) {
        var receipt = access.require(actor, SEE_WAITING_ROOM.of(clinician));
        var visits = encounters.openOf(List.of(clinician), today);
        access.showed(
                receipt,
                visits.stream().map(visit -> visit.plan().patient()).distinct().toList());
        return visits.stream().map(this::summary).toList();
    }

    /// What patients found when they checked their devices before the visits of these hours, for a page that was
    /// granted [#with].
    public Map<VisitId, DeviceFindings.Dated> deviceFindings(Actor actor, ClinicianId clinician, TimeSlot today) {
        access.requireForUpdate(actor, SEE_WAITING_ROOM.of(clinician));
        return checks.ofPatients(clinician, today);
    }

    private VisitSummary summary(Encounter encounter) {
        return VisitSummary.of(
                encounter, calls.of(encounter.id()), presences.awaySince(encounter.id(), Seat.Part.PATIENT));
    }
}
