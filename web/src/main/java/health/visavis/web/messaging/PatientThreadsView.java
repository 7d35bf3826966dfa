package health.visavis.web.messaging;

import health.visavis.kernel.PatientId;
import health.visavis.messaging.ThreadSummary;
import java.util.List;

/// All conversations of one patient.
public record PatientThreadsView(PatientId patient, List<ThreadSummary> threads) {

    public PatientThreadsView {
        threads = List.copyOf(threads);
    }
}
