package health.visavis.web.chart;

import health.visavis.access.Actor;
import health.visavis.access.ProxyScope;
import health.visavis.access.Role;
import health.visavis.web.home.HomeCard;
import health.visavis.web.home.HomeCard.Step;
import health.visavis.web.home.HomeCards;
import health.visavis.web.layout.Words;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// A patient's way to his own record.
@Component
class ChartHomeCards implements HomeCards {

    private static final int ORDER = 60;

    @Override
    public Optional<ProxyScope> scope() {
        return Optional.of(ProxyScope.RECORD);
    }

    @Override
    public List<HomeCard> cards(Actor actor) {
        if (!actor.is(Role.PATIENT)) {
            return List.of();
        }
        return List.of(HomeCard.of(ORDER, Words.of("chart.home.title"))
                .text(Words.of("chart.home.text"))
                .step(Step.other("/record", Words.of("chart.home.open")).icon("chart")));
    }
}
