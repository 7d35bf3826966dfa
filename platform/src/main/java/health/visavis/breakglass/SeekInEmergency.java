package health.visavis.breakglass;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.people.PatientSummary;
import health.visavis.people.People;
import java.util.List;

/// Looks for a patient who is not in one's care. Whoever knows neither name nor birth date finds nobody, and the trail
/// says who was found.
@UseCase
public class SeekInEmergency {

    private final Access access;
    private final People people;

    SeekInEmergency(Access access, People people) {
        this.access = access;
        this.people = people;
    }

    /// Mostly one or none; more when two have the same name and birthday.
    public List<PatientSummary> seek(Actor actor, Sought sought) {
        var receipt = access.require(actor, Action.SEEK_IN_EMERGENCY.anyone());
        var found = people.patientsCalled(sought.name().reveal(), sought.bornOn());
        access.showed(receipt, found.stream().map(PatientSummary::id).toList());
        return found;
    }
}
