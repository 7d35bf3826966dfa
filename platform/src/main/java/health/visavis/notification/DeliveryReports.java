package health.visavis.notification;

import health.visavis.kernel.AppointmentId;
import health.visavis.notification.store.Deliveries;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/// What carriers report of letters that they have accepted. A report may come twice, late, before the letter that it
/// is about has been noted as sent, and after a newer one: the newest of a reference counts, by the carrier's time.
@Component
public class DeliveryReports {

    private final Deliveries deliveries;

    DeliveryReports(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /// @param reference what the carrier called it when it took it; one that nobody knows is kept, and means nothing
    public void arrived(String reference, boolean delivered, Instant at) {
        deliveries.report(reference, delivered, at);
    }

    /// Letters about an appointment that have not reached their reader and will not by themselves. Asked by pages
    /// that have read the appointment.
    public List<LostLetter> lost(AppointmentId appointment) {
        return deliveries.lost(appointment.value());
    }
}
