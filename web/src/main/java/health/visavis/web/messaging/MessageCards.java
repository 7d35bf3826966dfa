package health.visavis.web.messaging;

import health.visavis.access.Actor;
import health.visavis.access.Role;
import health.visavis.messaging.MyThreads;
import health.visavis.messaging.ThreadSummary;
import health.visavis.web.home.HomeCard;
import health.visavis.web.home.HomeCard.Entry;
import health.visavis.web.home.HomeCard.Step;
import health.visavis.web.home.HomeCards;
import health.visavis.web.layout.Words;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// Messages on the start page: the latest conversations, those with something unread marked.
@Component
class MessageCards implements HomeCards {

    private static final int SHOWN = 4;

    private final MyThreads myThreads;

    MessageCards(MyThreads myThreads) {
        this.myThreads = myThreads;
    }

    @Override
    public List<HomeCard> cards(Actor actor) {
        if (!actor.is(Role.PATIENT) && !actor.is(Role.DOCTOR) && !actor.is(Role.NURSE)) {
            return List.of();
        }
        var latest = myThreads.list(actor).stream()
                .filter(thread -> thread.lastMessageAt() != null)
                .limit(SHOWN)
                .map(thread -> entry(actor, thread))
                .toList();
        return List.of(HomeCard.of(40, Words.of("home.messages.title"))
                .entries(latest, Words.of("home.messages.none"))
                .step(Step.other("/messages", Words.of("home.messages.open"))));
    }

    private static Entry entry(Actor actor, ThreadSummary thread) {
        var other = thread.patient().equals(actor.patient()) ? thread.clinicianName() : thread.patientName();
        var entry = Entry.of(
                other,
                Objects.requireNonNull(thread.lastMessageAt()),
                "/messages/" + thread.id().value());
        return thread.unread() > 0 ? entry.status("accent", Words.of("home.messages.unread", thread.unread())) : entry;
    }
}
