package health.visavis.web.imports;

import health.visavis.access.Actor;
import health.visavis.access.Role;
import health.visavis.chart.ImportRun;
import health.visavis.chart.WatchImports;
import health.visavis.web.home.HomeCard;
import health.visavis.web.home.HomeCard.Step;
import health.visavis.web.home.HomeCards;
import health.visavis.web.layout.Words;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/// Tells an admin calmly that people are coming in, or came in.
@Component
class ImportHomeCards implements HomeCards {

    private static final int ORDER = 40;

    private final WatchImports watchImports;
    private final Clock clock;

    ImportHomeCards(WatchImports watchImports, Clock clock) {
        this.watchImports = watchImports;
        this.clock = clock;
    }

    @Override
    public List<HomeCard> cards(Actor actor) {
        if (!actor.is(Role.ADMIN)) {
            return List.of();
        }
        return watchImports.latest(actor).map(this::card).stream().toList();
    }

    private HomeCard card(ImportRun run) {
        var step = Step.other("/imports", Words.of("imports.home.open")).icon("inbox");
        var progress = run.progress();
        var card = HomeCard.of(ORDER, Words.of("imports.home.title"));
        if (run.isOpenAt(clock.instant())) {
            var words = run.state() == ImportRun.State.WAITING
                    ? Words.of("imports.home.waiting")
                    : Words.of("imports.home.running", progress.percent(), progress.read());
            return card.text(words).step(step);
        }
        return card.text(Words.of("imports.home.last", progress.read(), progress.rejected()))
                .step(step);
    }
}
