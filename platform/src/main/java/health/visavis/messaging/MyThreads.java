package health.visavis.messaging;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.Role;
import health.visavis.access.UseCase;
import health.visavis.kernel.PatientId;
import health.visavis.messaging.store.Threads;
import health.visavis.messaging.store.Threads.ThreadRow;
import health.visavis.people.PatientSummary;
import health.visavis.people.People;
import java.util.List;

/// The conversations somebody may read, newest first: a patient his own, staff those of the patients in their care.
@UseCase
public class MyThreads {

    private static final int PATIENTS_AT_MOST = 1_000;
    private static final int THREADS_AT_MOST = 200;

    private final Access access;
    private final Threads threads;
    private final People people;
    private final ThreadNames names;

    MyThreads(Access access, Threads threads, People people, ThreadNames names) {
        this.access = access;
        this.threads = threads;
        this.people = people;
        this.names = names;
    }

    public List<ThreadSummary> list(Actor actor) {
        var receipt = access.require(actor, Action.LIST_THREADS.anyone());
        var found = threads.ofPatients(patients(actor), actor.person(), THREADS_AT_MOST);
        access.showed(receipt, found.stream().map(ThreadRow::patient).toList());
        return names.summarise(found);
    }

    /// All of one patient, whoever writes in them.
    public List<ThreadSummary> of(Actor actor, PatientId patient) {
        access.require(actor, Action.READ_MESSAGES.of(patient));
        return names.summarise(threads.ofPatients(List.of(patient), actor.person(), THREADS_AT_MOST));
    }

    /// Messages not yet read, over all conversations.
    public long unread(Actor actor) {
        access.require(actor, Action.LIST_THREADS.anyone());
        return threads.unread(actor.person());
    }

    private List<PatientId> patients(Actor actor) {
        if (actor.is(Role.DOCTOR) || actor.is(Role.NURSE)) {
            return people.patientsOf(actor.person(), "", PATIENTS_AT_MOST).stream()
                    .map(PatientSummary::id)
                    .toList();
        }
        return actor.patient() == null ? List.of() : List.of(actor.patient());
    }
}
