package health.visavis.web.audit;

import health.visavis.access.Actor;
import health.visavis.access.Role;
import health.visavis.breakglass.ReviewEmergency;
import health.visavis.web.home.HomeCard;
import health.visavis.web.home.HomeCard.Step;
import health.visavis.web.home.HomeCards;
import health.visavis.web.layout.Words;
import java.util.List;
import org.springframework.stereotype.Component;

/// Says on an administrator's start page that emergencies wait to be judged.
@Component
class EmergencyCards implements HomeCards {

    private static final int ORDER = 9;

    private final ReviewEmergency reviewEmergency;

    EmergencyCards(ReviewEmergency reviewEmergency) {
        this.reviewEmergency = reviewEmergency;
    }

    @Override
    public List<HomeCard> cards(Actor actor) {
        if (!actor.is(Role.ADMIN)) {
            return List.of();
        }
        var waiting = reviewEmergency.waitingCount(actor);
        return waiting == 0
                ? List.of()
                : List.of(HomeCard.of(ORDER, Words.of("audit.emergencies.card", waiting))
                        .text(Words.of("audit.emergencies.cardText"))
                        .step(Step.main(AuditPages.EMERGENCIES, Words.of("audit.emergencies.open"))
                                .icon("warn")));
    }
}
