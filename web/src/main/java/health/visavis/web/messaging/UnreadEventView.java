package health.visavis.web.messaging;

import health.visavis.access.Actor;
import health.visavis.live.LiveEvent;
import health.visavis.web.live.LiveEventView;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Something changed in the count of unread messages of this person.
@Component
class UnreadEventView implements LiveEventView {

    record Changed(UUID thread) {}

    @Override
    public String kind() {
        return "unread";
    }

    @Override
    public @Nullable Object view(Actor viewer, LiveEvent event) {
        return viewer.person().value().equals(event.topic().id()) ? new Changed(event.ref()) : null;
    }
}
