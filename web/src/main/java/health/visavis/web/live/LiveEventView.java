package health.visavis.web.live;

import health.visavis.access.Actor;
import health.visavis.live.LiveEvent;
import org.jspecify.annotations.Nullable;

/// Draws the `data` of one kind of event for one viewer. A bean; what it shows of a patient it must be allowed
/// to show to this viewer.
public interface LiveEventView {

    String kind();

    /// Whether somebody who came to a visit on a link may hear of such events at all. Nobody's business by default: a
    /// kind that is added is closed to guests until somebody opens it.
    default boolean forGuests() {
        return false;
    }

    /// Something Jackson can write; null when the event is not for this viewer.
    @Nullable
    Object view(Actor viewer, LiveEvent event);
}
