package health.visavis.messaging;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.AppointmentId;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.ThreadId;
import health.visavis.messaging.store.Threads;
import health.visavis.people.ClinicianSummary;
import health.visavis.people.People;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Opens the conversation of a patient and a clinician, or finds the one they have.
@UseCase
public class StartThread {

    private final Access access;
    private final Threads threads;
    private final People people;
    private final Clock clock;

    StartThread(Access access, Threads threads, People people, Clock clock) {
        this.access = access;
        this.threads = threads;
        this.people = people;
        this.clock = clock;
    }

    /// For a patient who chose a clinician. Empty unless that clinician treats the patient: nobody else could
    /// read it.
    public Optional<ThreadId> with(Actor actor, PatientId patient, ClinicianId clinician) {
        access.require(actor, Action.START_THREAD.of(patient));
        return people.cliniciansOf(patient).stream()
                .filter(each -> each.id().equals(clinician))
                .findFirst()
                .map(each -> open(patient, each, null));
    }

    /// For staff who chose a patient: with the doctor who writes, or with the treating clinician on whose team the
    /// writer is.
    public Optional<ThreadId> about(Actor actor, PatientId patient) {
        access.require(actor, Action.START_THREAD.of(patient));
        var own = people.cliniciansWith(actor.person()).stream()
                .map(ClinicianSummary::id)
                .toList();
        return people.cliniciansOf(patient).stream()
                .filter(each -> own.contains(each.id()))
                .findFirst()
                .map(each -> open(patient, each, null));
    }

    /// The conversation of one visit. Whoever calls has read the appointment with a permission of its own, and
    /// so knows whose it is.
    public Optional<ThreadId> ofVisit(
            Actor actor, AppointmentId appointment, PatientId patient, ClinicianId clinician) {
        access.require(actor, Action.START_THREAD.of(patient, appointment.value()));
        return people.clinician(clinician).map(each -> open(patient, each, appointment));
    }

    private ThreadId open(PatientId patient, ClinicianSummary clinician, @Nullable AppointmentId appointment) {
        var participants = List.of(people.patient(patient).orElseThrow().person(), clinician.person());
        return threads.open(patient, clinician.id(), appointment, participants, clock.instant());
    }
}
