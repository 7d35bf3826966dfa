package health.visavis.web.visit;

import health.visavis.access.AccessDenied;
import health.visavis.access.Actor;
import health.visavis.kernel.Rounds;
import health.visavis.kernel.VisitId;
import health.visavis.rounds.MakesRounds;
import health.visavis.visit.BePresent;
import health.visavis.web.live.LiveConnection;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The pages of visits that are connected to this instance. Says every few seconds that their people are there;
/// an instance that dies says nothing any more, which is what is true until they have come back to another.
@Component
class PagesOfVisits implements MakesRounds {

    private static final Logger LOG = LoggerFactory.getLogger(PagesOfVisits.class);

    /// The browser is asked for a sign of life twice in this time.
    private static final Duration ALIVE = Duration.ofSeconds(5);

    private record Viewer(LiveConnection connection, Actor actor, VisitId visit) {}

    private final BePresent bePresent;
    private final Map<String, Viewer> viewers = new ConcurrentHashMap<>();
    private final Rounds rounds;

    PagesOfVisits(BePresent bePresent) {
        this.bePresent = bePresent;
        this.rounds =
                new Rounds("visit-pages", BePresent.EVERY, () -> viewers.forEach(this::say), PagesOfVisits::failed);
    }

    /// A page shows one visit: the last one it named.
    void add(LiveConnection connection, Actor actor, VisitId visit) {
        viewers.put(connection.id(), new Viewer(connection, actor, visit));
        connection.onClose(() -> viewers.remove(connection.id()));
    }

    void remove(LiveConnection connection) {
        viewers.remove(connection.id());
    }

    private void say(String connection, Viewer viewer) {
        if (!viewer.connection().heardWithin(ALIVE)) {
            return;
        }
        try {
            bePresent.here(viewer.actor(), viewer.visit());
        } catch (AccessDenied denied) {
            viewers.remove(connection);
        } catch (RuntimeException unavailable) {
            failed(unavailable);
        }
    }

    private static void failed(RuntimeException unavailable) {
        LOG.warn("Nobody could be noted as present: {}", unavailable.getClass().getName());
    }

    @Override
    public Rounds rounds() {
        return rounds;
    }
}
