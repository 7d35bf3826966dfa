package health.visavis.web.visit;

import health.visavis.web.layout.Shell;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// @param clinician whether a doctor checks: they go on to the call page instead of the waiting room
/// @param early whether the visit is hours away: somebody tries things out
/// @param before the devices with which everything worked the last time: a browser that finds them again, and the
///     permissions and the network too, goes on by itself; null: it is to be looked at
/// @param arrival where somebody says that they have come
public record DeviceCheckView(
        UUID visit,
        boolean clinician,
        String other,
        Instant startsAt,
        boolean early,
        @Nullable String before,
        String arrival) {

    public DeviceCheckView(
            UUID visit, boolean clinician, String other, Instant startsAt, boolean early, @Nullable String before) {
        this(visit, clinician, other, startsAt, early, before, "/visits/" + visit + "/arrival");
    }

    public String texts(Shell shell) {
        return IslandTexts.ofDeviceCheck(shell);
    }
}
