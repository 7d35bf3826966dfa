package health.visavis.web.visit;

import health.visavis.web.layout.Shell;
import java.time.Instant;
import java.util.UUID;

/// @param clinician whether a doctor checks: they go on to the call page instead of the waiting room
public record DeviceCheckView(UUID visit, boolean clinician, String other, Instant startsAt) {

    public String texts(Shell shell) {
        return IslandTexts.ofDeviceCheck(shell);
    }
}
