package health.visavis.chart;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.people.PatientSummary;
import health.visavis.people.People;
import java.util.List;

/// The patients whom a member of staff treats. The trail says whom the list showed.
@UseCase
public class ListPatients {

    /// More than anybody scrolls through; the search finds the rest.
    public static final int MOST = 200;

    private final Access access;
    private final People people;

    ListPatients(Access access, People people) {
        this.access = access;
        this.people = people;
    }

    /// @param nameContains part of a name; empty for all
    public List<PatientSummary> treatedBy(Actor actor, String nameContains) {
        var receipt = access.require(actor, Action.LIST_PATIENTS.anyone());
        var patients = people.patientsOf(actor.person(), nameContains, MOST);
        access.showed(receipt, patients.stream().map(PatientSummary::id).toList());
        return patients;
    }
}
