package health.visavis.web.audit;

import health.visavis.access.Actor;
import health.visavis.access.Role;
import health.visavis.insight.ReadAlarms;
import health.visavis.web.home.HomeCard;
import health.visavis.web.home.HomeCard.Step;
import health.visavis.web.home.HomeCards;
import health.visavis.web.layout.Words;
import java.util.List;
import org.springframework.stereotype.Component;

/// Says on an administrator's start page that there are alarms nobody has looked at.
@Component
class AlarmCards implements HomeCards {

    private final ReadAlarms readAlarms;

    AlarmCards(ReadAlarms readAlarms) {
        this.readAlarms = readAlarms;
    }

    @Override
    public List<HomeCard> cards(Actor actor) {
        if (!actor.is(Role.ADMIN)) {
            return List.of();
        }
        var open = readAlarms.openCount(actor);
        return open == 0
                ? List.of()
                : List.of(HomeCard.of(8, Words.of("audit.alarms.card", open))
                        .text(Words.of("audit.alarms.cardText"))
                        .step(Step.main(AuditPages.ALARMS, Words.of("audit.alarms.open"))
                                .icon("warn")));
    }
}
