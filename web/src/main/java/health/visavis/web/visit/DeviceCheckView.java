package health.visavis.web.visit;

import health.visavis.web.layout.Shell;
import java.time.Instant;
import java.util.UUID;

/// @param clinician whether a doctor checks: they go on to the call page instead of the waiting room
/// @param arrival where somebody says that they have come
public record DeviceCheckView(UUID visit, boolean clinician, String other, Instant startsAt, String arrival) {

    public DeviceCheckView(UUID visit, boolean clinician, String other, Instant startsAt) {
        this(visit, clinician, other, startsAt, "/visits/" + visit + "/arrival");
    }

    public String texts(Shell shell) {
        return IslandTexts.ofDeviceCheck(shell);
    }
}
