package health.visavis.web.live;

import health.visavis.kernel.Rounds;
import health.visavis.rounds.MakesRounds;
import health.visavis.web.session.OpenSessions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;

/// The connections of this instance. Sends away those whose session has ended, wherever it ended, and everybody
/// when the instance stops: they come back to another.
@Component
class OpenPages implements MakesRounds {

    static final CloseStatus SIGNED_OUT = new CloseStatus(4401);
    private static final Logger LOG = LoggerFactory.getLogger(OpenPages.class);
    private static final Duration CHECK_EVERY = Duration.ofMillis(2_500);
    private static final int SESSIONS_EVERY = 4;
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(15);

    private final OpenSessions sessions;
    private final Map<String, OpenPage> pages = new ConcurrentHashMap<>();
    private final Rounds rounds;
    private int round;

    OpenPages(OpenSessions sessions) {
        this.sessions = sessions;
        this.rounds = new Rounds("live-sessions", CHECK_EVERY, this::makeRound, OpenPages::failed);
    }

    void add(OpenPage page) {
        pages.put(page.id(), page);
        page.onClose(() -> pages.remove(page.id()));
    }

    @Nullable
    OpenPage find(String id) {
        return pages.get(id);
    }

    void checkSessions() {
        var bySession = pages.values().stream().collect(Collectors.groupingBy(OpenPage::sessionId));
        bySession.forEach((session, open) -> {
            if (!sessions.exists(session)) {
                open.forEach(page -> page.close(SIGNED_OUT));
            }
        });
    }

    /// A network that went away says no goodbye. Nobody waits for such a page to close: it is gone.
    private void checkLife() {
        for (var page : pages.values()) {
            if (!page.heardWithin(LONGEST_SILENCE)) {
                page.close(CloseStatus.SESSION_NOT_RELIABLE);
                page.gone();
            } else {
                page.ping();
            }
        }
    }

    private void makeRound() {
        checkLife();
        round++;
        if (round % SESSIONS_EVERY == 0) {
            checkSessions();
        }
    }

    private static void failed(RuntimeException unavailable) {
        LOG.warn("Sessions could not be checked: {}", unavailable.getClass().getName());
    }

    @Override
    public void stop() {
        MakesRounds.super.stop();
        pages.values().forEach(page -> page.close(CloseStatus.GOING_AWAY));
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }
}
