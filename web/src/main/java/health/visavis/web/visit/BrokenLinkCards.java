package health.visavis.web.visit;

import health.visavis.access.Actor;
import health.visavis.access.Role;
import health.visavis.notification.ListBrokenLinks;
import health.visavis.web.home.HomeCard;
import health.visavis.web.home.HomeCard.Step;
import health.visavis.web.home.HomeCards;
import health.visavis.web.layout.Words;
import java.util.List;
import org.springframework.stereotype.Component;

/// Says on the start page of everybody who works here that links of visits do not work: there is time to telephone.
@Component
class BrokenLinkCards implements HomeCards {

    private final ListBrokenLinks listBrokenLinks;

    BrokenLinkCards(ListBrokenLinks listBrokenLinks) {
        this.listBrokenLinks = listBrokenLinks;
    }

    @Override
    public List<HomeCard> cards(Actor actor) {
        var treats = actor.is(Role.DOCTOR) || actor.is(Role.NURSE);
        if (!treats && !actor.is(Role.ADMIN)) {
            return List.of();
        }
        var broken = listBrokenLinks.list(actor);
        if (broken.isEmpty()) {
            return List.of();
        }
        var first = broken.getFirst();
        var card = HomeCard.of(5, Words.of("visit.links.title", broken.size()))
                .text(Words.of("visit.links." + first.trouble().name(), first.startsAt()));
        return List.of(
                treats
                        ? card.step(Step.main("/agenda", Words.of("visit.links.open"))
                                .icon("calendar"))
                        : card);
    }
}
