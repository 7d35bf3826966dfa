package health.visavis.web.messaging;

import health.visavis.access.Actor;
import health.visavis.kernel.MessageId;
import health.visavis.kernel.ThreadId;
import health.visavis.live.LiveEvent;
import health.visavis.messaging.FollowedMessages;
import health.visavis.web.live.LiveEventView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A new message, for those who follow its thread.
@Component
class MessageEventView implements LiveEventView {

    private final FollowedMessages followed;

    MessageEventView(FollowedMessages followed) {
        this.followed = followed;
    }

    @Override
    public String kind() {
        return "message";
    }

    @Override
    public @Nullable Object view(Actor viewer, LiveEvent event) {
        return followed.message(viewer, new ThreadId(event.topic().id()), new MessageId(event.ref()))
                .map(MessageData::of)
                .orElse(null);
    }
}
