package health.visavis.web.visit;

import health.visavis.access.Actor;
import health.visavis.visit.FollowOwnStanding;
import health.visavis.web.live.LiveTopicGuard;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// A guest follows their own standing, and nobody else's.
@Component
class GuestTopicGuard implements LiveTopicGuard {

    private final FollowOwnStanding follow;

    GuestTopicGuard(FollowOwnStanding follow) {
        this.follow = follow;
    }

    @Override
    public String prefix() {
        return "guest";
    }

    @Override
    public void require(Actor actor, UUID id) {
        follow.of(actor, id);
    }
}
