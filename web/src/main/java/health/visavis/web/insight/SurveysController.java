package health.visavis.web.insight;

import health.visavis.access.Actor;
import health.visavis.insight.ReadSurvey;
import health.visavis.kernel.TimeSlot;
import health.visavis.web.layout.Page;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// What people say about visits, counted over three months.
@Controller
class SurveysController {

    private static final Duration LOOKED_BACK = Duration.ofDays(90);

    private final ReadSurvey readSurvey;
    private final Clock clock;

    SurveysController(ReadSurvey readSurvey, Clock clock) {
        this.readSurvey = readSurvey;
        this.clock = clock;
    }

    @GetMapping("/surveys")
    Page surveys(Actor actor) {
        var now = clock.instant();
        var results = readSurvey.results(actor, new TimeSlot(now.minus(LOOKED_BACK), now.plusSeconds(1)));
        return Page.of("insight/surveys", new SurveysView(results));
    }
}
