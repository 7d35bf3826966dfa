package health.visavis.web.visit;

import health.visavis.access.Actor;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.TimeSlot;
import health.visavis.kernel.VisitId;
import health.visavis.notification.ListBrokenLinks;
import health.visavis.visit.DeviceFindings.Dated;
import health.visavis.visit.WhoWaits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Gathers what stands in the way of a clinician's visits; without those that nothing stands in the way of.
@Component
public class VisitWarnings {

    private final WhoWaits whoWaits;
    private final ListBrokenLinks listBrokenLinks;

    VisitWarnings(WhoWaits whoWaits, ListBrokenLinks listBrokenLinks) {
        this.whoWaits = whoWaits;
        this.listBrokenLinks = listBrokenLinks;
    }

    public Map<VisitId, VisitWarning> of(Actor actor, ClinicianId clinician, TimeSlot hours) {
        var warnings = new HashMap<VisitId, VisitWarning>();
        whoWaits.deviceFindings(actor, clinician, hours).forEach((visit, found) -> {
            if (!found.findings().failures().isEmpty()) {
                warnings.put(visit, warning(found));
            }
        });
        for (var broken : listBrokenLinks.list(actor)) {
            warnings.merge(
                    new VisitId(broken.appointment().value()),
                    new VisitWarning(true, List.of(), null),
                    (found, _) -> new VisitWarning(true, found.failed(), found.checkedAt()));
        }
        return Map.copyOf(warnings);
    }

    private static VisitWarning warning(Dated found) {
        return new VisitWarning(false, found.findings().failures(), found.checkedAt());
    }
}
