package health.visavis.breakglass;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.limits.Limit;
import health.visavis.limits.SharedLimits;
import health.visavis.people.PatientSummary;
import health.visavis.people.People;
import java.time.Duration;
import java.util.List;

/// Looks for a patient who is not in one's care. Whoever knows neither name nor birth date finds nobody, the trail says
/// who was found, and whoever guesses has to wait.
@UseCase
public class SeekInEmergency {

    public sealed interface SeekOutcome {

        /// @param patients mostly one or none; more when two have the same name and birthday
        record Found(List<PatientSummary> patients) implements SeekOutcome {}

        /// Too many searches have found nobody.
        record TooMany(Duration waitFor) implements SeekOutcome {}
    }

    private final Access access;
    private final People people;
    private final SharedLimits limits;

    SeekInEmergency(Access access, People people, SharedLimits limits) {
        this.access = access;
        this.people = people;
        this.limits = limits;
    }

    public SeekOutcome seek(Actor actor, Sought sought) {
        var receipt = access.require(actor, Action.SEEK_IN_EMERGENCY.anyone());
        var person = actor.person().toString();
        var wait = limits.look(Limit.EMERGENCY_SEARCH, person);
        if (wait.isPresent()) {
            return new SeekOutcome.TooMany(wait.get());
        }
        var found = people.patientsCalled(sought.name().reveal(), sought.bornOn());
        if (found.isEmpty()) {
            limits.take(Limit.EMERGENCY_SEARCH, person);
        }
        access.showed(receipt, found.stream().map(PatientSummary::id).toList());
        return new SeekOutcome.Found(found);
    }
}
