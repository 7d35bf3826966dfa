package health.visavis.web.messaging;

import health.visavis.access.Actor;
import health.visavis.kernel.ThreadId;
import health.visavis.messaging.FollowThread;
import health.visavis.web.live.LiveTopicGuard;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
class ThreadTopicGuard implements LiveTopicGuard {

    private final FollowThread followThread;

    ThreadTopicGuard(FollowThread followThread) {
        this.followThread = followThread;
    }

    @Override
    public String prefix() {
        return "thread";
    }

    @Override
    public void require(Actor actor, UUID id) {
        followThread.follow(actor, new ThreadId(id));
    }
}
