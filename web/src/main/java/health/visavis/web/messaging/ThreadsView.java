package health.visavis.web.messaging;

import health.visavis.kernel.PersonId;
import health.visavis.messaging.ThreadSummary;
import java.util.List;

/// @param viewer for the live notice that something new has come
public record ThreadsView(List<ThreadItem> threads, PersonId viewer) {

    /// @param with the other side: the clinician for a patient, the patient for staff
    public record ThreadItem(ThreadSummary thread, String with) {}
}
