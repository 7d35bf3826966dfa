package health.visavis.messaging;

import health.visavis.access.PatientRows;
import health.visavis.access.Unasked;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.messaging.store.Threads;
import health.visavis.people.CareTies;
import health.visavis.people.domain.Tie;
import java.util.List;
import org.springframework.stereotype.Component;

/// The last message of a conversation as a tie.
@Component
class ThreadTies implements CareTies {

    private final Threads threads;
    private final PatientRows rows;

    ThreadTies(Threads threads, PatientRows rows) {
        this.threads = threads;
        this.rows = rows;
    }

    @Override
    public List<Tie> between(PatientId patient, ClinicianId clinician) {
        rows.openWithoutPermissionCheck(patient, Unasked.CARE_REVIEW);
        return threads.lastMessageBetween(patient, clinician).stream()
                .<Tie>map(Tie.Message::new)
                .toList();
    }
}
