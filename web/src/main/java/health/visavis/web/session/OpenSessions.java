package health.visavis.web.session;

import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/// For connections that outlive a request: whether their session still exists, and keeping it alive during a visit.
@Component
public class OpenSessions {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    OpenSessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    public boolean exists(String sessionId) {
        return sessions.findById(sessionId) != null;
    }

    /// Counts as activity: an ongoing visit is somebody being there.
    public void touch(String sessionId) {
        touch(sessions, sessionId);
    }

    private static <S extends Session> void touch(FindByIndexNameSessionRepository<S> sessions, String sessionId) {
        var session = sessions.findById(sessionId);
        if (session != null) {
            session.setLastAccessedTime(java.time.Instant.now());
            sessions.save(session);
        }
    }
}
