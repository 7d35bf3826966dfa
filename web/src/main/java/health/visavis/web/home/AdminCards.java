package health.visavis.web.home;

import health.visavis.access.Actor;
import health.visavis.access.Role;
import health.visavis.web.home.HomeCard.Step;
import health.visavis.web.layout.Words;
import java.util.List;
import org.springframework.stereotype.Component;

/// What an admin comes for.
@Component
class AdminCards implements HomeCards {

    @Override
    public List<HomeCard> cards(Actor actor) {
        if (!actor.is(Role.ADMIN)) {
            return List.of();
        }
        return List.of(
                HomeCard.of(45, Words.of("people.list.title"))
                        .text(Words.of("people.list.lead"))
                        .step(Step.main("/people", Words.of("home.people.open")).icon("people")),
                HomeCard.of(50, Words.of("home.audit.title"))
                        .text(Words.of("home.audit.text"))
                        .step(Step.main("/audit", Words.of("home.audit.open")).icon("eye")),
                HomeCard.of(55, Words.of("home.keys.title"))
                        .text(Words.of("home.keys.text"))
                        .step(Step.main("/keys", Words.of("home.keys.open")).icon("shield")));
    }
}
