package health.visavis.web.messaging;

import health.visavis.access.Actor;
import health.visavis.kernel.PersonId;
import health.visavis.messaging.FollowOwnNews;
import health.visavis.web.live.LiveTopicGuard;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
class PersonTopicGuard implements LiveTopicGuard {

    private final FollowOwnNews followOwnNews;

    PersonTopicGuard(FollowOwnNews followOwnNews) {
        this.followOwnNews = followOwnNews;
    }

    @Override
    public String prefix() {
        return "person";
    }

    @Override
    public void require(Actor actor, UUID id) {
        followOwnNews.follow(actor, new PersonId(id));
    }
}
