package health.visavis.web.session;

import health.visavis.kernel.PersonId;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/// Sessions as they are stored. Looking here is not activity: it extends nothing.
@Component
public class OpenSessions {

    /// Of a session that ends at a time of its own, whatever is going on: an [java.time.Instant].
    public static final String ENDS_AT = "visavis.ends-at";

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final SessionSettings settings;
    private final Clock clock;

    OpenSessions(FindByIndexNameSessionRepository<? extends Session> sessions, SessionSettings settings, Clock clock) {
        this.sessions = sessions;
        this.settings = settings;
        this.clock = clock;
    }

    public boolean exists(String sessionId) {
        return find(sessionId).isPresent();
    }

    /// What the session holds under this name; empty once it has ended.
    public <T> Optional<T> read(String sessionId, String attribute, Class<T> type) {
        return find(sessionId)
                .map(session -> session.<Object>getAttribute(attribute))
                .filter(type::isInstance)
                .map(type::cast);
    }

    /// Those of this person, on every device; who was here last comes first.
    public List<OpenSession> of(PersonId person) {
        return sessions.findByPrincipalName(person.toString()).values().stream()
                .filter(this::isGood)
                .map(OpenSessions::described)
                .sorted(Comparator.comparing(OpenSession::lastSeen).reversed())
                .toList();
    }

    /// Ends every session of this person, on every device. Open connections notice within seconds.
    public void endAllOf(String person) {
        sessions.findByPrincipalName(person).keySet().forEach(sessions::deleteById);
    }

    /// Open connections notice within seconds.
    public void end(String sessionId) {
        sessions.deleteById(sessionId);
    }

    private Optional<Session> find(String sessionId) {
        return Optional.<Session>ofNullable(sessions.findById(sessionId)).filter(this::isGood);
    }

    private boolean isGood(Session session) {
        return !settings.isOver(session.getCreationTime(), session.getAttribute(ENDS_AT), clock.instant());
    }

    private static OpenSession described(Session session) {
        return new OpenSession(
                session.getId(),
                session.getAttributeOrDefault(Device.ATTRIBUTE, ""),
                session.getCreationTime(),
                session.getLastAccessedTime());
    }
}
