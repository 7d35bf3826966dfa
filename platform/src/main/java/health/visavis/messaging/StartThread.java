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
import health.visavis.people.PatientSummary;
import health.visavis.people.People;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
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

    /// Empty when there is no such clinician.
    public Optional<ThreadId> with(Actor actor, PatientId patient, ClinicianId clinician) {
        access.require(actor, Action.START_THREAD.of(patient));
        return open(patient, clinician, null);
    }

    /// The conversation of one visit. Whoever calls has read the appointment with a permission of its own, and so knows
    /// whose it is.
    public Optional<ThreadId> ofVisit(
            Actor actor, AppointmentId appointment, PatientId patient, ClinicianId clinician) {
        access.require(actor, Action.START_THREAD.of(patient, appointment.value()));
        return open(patient, clinician, appointment);
    }

    private Optional<ThreadId> open(PatientId patient, ClinicianId clinician, @Nullable AppointmentId appointment) {
        var participants = Stream.concat(
                        people.patient(patient).map(PatientSummary::person).stream(),
                        people.clinician(clinician).map(ClinicianSummary::person).stream())
                .toList();
        return participants.size() < 2
                ? Optional.empty()
                : Optional.of(threads.open(patient, clinician, appointment, participants, clock.instant()));
    }
}
