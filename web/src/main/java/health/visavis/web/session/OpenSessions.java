package health.visavis.web.session;

import java.time.Clock;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/// For connections that outlive a request: whether their session still exists, and keeping it alive during a visit.
@Component
public class OpenSessions {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    private final Clock clock;

    OpenSessions(FindByIndexNameSessionRepository<? extends Session> sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    public boolean exists(String sessionId) {
        return sessions.findById(sessionId) != null;
    }

    /// Counts as activity: an ongoing visit is somebody being there.
    public void touch(String sessionId) {
        touch(sessions, sessionId);
    }

    private <S extends Session> void touch(FindByIndexNameSessionRepository<S> sessions, String sessionId) {
        var session = sessions.findById(sessionId);
        if (session != null) {
            session.setLastAccessedTime(clock.instant());
            sessions.save(session);
        }
    }
}
