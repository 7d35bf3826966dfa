package health.visavis.web.messaging;

import health.visavis.messaging.ThreadSummary;
import java.util.List;

/// All conversations of one patient.
public record PatientThreadsView(List<ThreadSummary> threads) {

    public PatientThreadsView {
        threads = List.copyOf(threads);
    }
}
