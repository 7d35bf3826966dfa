package health.visavis.web.proxy;

import health.visavis.access.Actor;
import health.visavis.access.Role;
import health.visavis.proxy.ActFor;
import health.visavis.web.home.HomeCard;
import health.visavis.web.home.HomeCard.Step;
import health.visavis.web.home.HomeCards;
import health.visavis.web.layout.Words;
import java.util.List;
import org.springframework.stereotype.Component;

/// Asks whoever acts for somebody, before anything else, for whom they are here.
@Component
class ActingCards implements HomeCards {

    private static final int ORDER = 5;

    private final ActFor actFor;

    ActingCards(ActFor actFor) {
        this.actFor = actFor;
    }

    @Override
    public List<HomeCard> cards(Actor actor) {
        if (!actor.is(Role.PATIENT) || !actFor.any(actor)) {
            return List.of();
        }
        return List.of(HomeCard.lead(ORDER, Words.of("proxy.acting.title"))
                .text(Words.of("proxy.acting.card"))
                .step(Step.main("/acting", Words.of("proxy.acting.choose")).icon("people")));
    }
}
