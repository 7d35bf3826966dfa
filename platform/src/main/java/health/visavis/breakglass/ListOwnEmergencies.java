package health.visavis.breakglass;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.breakglass.store.EmergencyAccesses;
import health.visavis.kernel.PatientId;
import health.visavis.people.PatientSummary;
import health.visavis.people.People;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;

/// The records that somebody has opened in an emergency and that are open still.
@UseCase
public class ListOwnEmergencies {

    public record Named(EmergencyAccess access, String patientName) {}

    private final Access access;
    private final EmergencyAccesses accesses;
    private final People people;
    private final Clock clock;

    ListOwnEmergencies(Access access, EmergencyAccesses accesses, People people, Clock clock) {
        this.access = access;
        this.accesses = accesses;
        this.people = people;
        this.clock = clock;
    }

    /// The last one first.
    public List<Named> open(Actor actor) {
        var receipt = access.require(actor, Action.LIST_OWN_EMERGENCIES.anyone());
        var open = accesses.openOf(actor.person(), clock.instant());
        var patients = open.stream().map(EmergencyAccess::patient).toList();
        access.showed(receipt, patients);
        var names = people.patients(patients).stream()
                .collect(Collectors.<PatientSummary, PatientId, String>toMap(
                        PatientSummary::id, PatientSummary::displayName));
        return open.stream()
                .map(one -> new Named(one, names.getOrDefault(one.patient(), "")))
                .toList();
    }
}
