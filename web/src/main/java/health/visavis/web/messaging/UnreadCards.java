package health.visavis.web.messaging;

import health.visavis.access.Actor;
import health.visavis.access.ProxyScope;
import health.visavis.access.Role;
import health.visavis.messaging.MyThreads;
import health.visavis.web.home.HomeCard;
import health.visavis.web.home.HomeCard.Step;
import health.visavis.web.home.HomeCards;
import health.visavis.web.layout.Words;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Says on the start page that messages wait.
@Component
class UnreadCards implements HomeCards {

    private static final int ORDER = 30;

    private final MyThreads myThreads;

    UnreadCards(MyThreads myThreads) {
        this.myThreads = myThreads;
    }

    @Override
    public Optional<ProxyScope> scope() {
        return Optional.of(ProxyScope.MESSAGES);
    }

    @Override
    public List<HomeCard> cards(Actor actor) {
        if (!actor.is(Role.PATIENT) && !actor.is(Role.DOCTOR) && !actor.is(Role.NURSE)) {
            return List.of();
        }
        var unread = myThreads.unread(actor);
        return unread == 0
                ? List.of()
                : List.of(HomeCard.of(ORDER, Words.of("messaging.home.title"))
                        .text(Words.of("messaging.home.unread", unread))
                        .step(Step.main("/messages", Words.of("messaging.home.open"))
                                .icon("message")));
    }
}
