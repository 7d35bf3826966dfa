package health.visavis.web.session.store;

import health.visavis.web.session.ProviderSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Rows go by themselves when their session does.
@Component
public class ProviderSessions {

    private static final String COLUMNS = "session_id, registration, issuer, subject, sid, refresh_token";

    private final JdbcClient jdbc;

    ProviderSessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void begin(ProviderSession session, Instant at) {
        jdbc.sql("""
                        INSERT INTO provider_session (session_id, registration, issuer, subject, sid, refresh_token, checked_at)
                        VALUES (:session, :registration, :issuer, :subject, :sid, :refresh, :at)
                        """)
                .param("session", session.sessionId())
                .param("registration", session.registration())
                .param("issuer", session.issuer())
                .param("subject", session.subject())
                .param("sid", session.sid())
                .param("refresh", session.refreshToken())
                .param("at", Timestamp.from(at))
                .update();
    }

    /// The sessions of one sign-in at the provider, or of all of a person's where it has no name.
    public List<ProviderSession> of(String issuer, @Nullable String subject, @Nullable String sid) {
        return jdbc.sql("SELECT " + COLUMNS + """
                         FROM provider_session
                        WHERE issuer = :issuer AND (:sid::text IS NULL OR sid = :sid) AND (:subject::text IS NULL OR subject = :subject)
                          AND (:sid::text IS NOT NULL OR :subject::text IS NOT NULL)
                        """)
                .param("issuer", issuer)
                .param("sid", sid)
                .param("subject", subject)
                .query(ProviderSessions::session)
                .list();
    }

    /// Those that nobody has checked for a while. Each is handed to one instance.
    public List<ProviderSession> claim(Instant now, Instant checkedBefore, int most) {
        return jdbc.sql("""
                        UPDATE provider_session SET checked_at = :now
                        WHERE session_id IN (SELECT session_id FROM provider_session WHERE checked_at <= :before
                          ORDER BY checked_at LIMIT :most FOR UPDATE SKIP LOCKED)
                        RETURNING\s""" + COLUMNS)
                .param("now", Timestamp.from(now))
                .param("before", Timestamp.from(checkedBefore))
                .param("most", most)
                .query(ProviderSessions::session)
                .list();
    }

    public void renewed(String sessionId, String refreshToken) {
        jdbc.sql("UPDATE provider_session SET refresh_token = ? WHERE session_id = ?")
                .params(refreshToken, sessionId)
                .update();
    }

    /// For a session that was given up before it was stored.
    public void forget(String sessionId) {
        jdbc.sql("DELETE FROM provider_session WHERE session_id = ?")
                .param(sessionId)
                .update();
    }

    private static ProviderSession session(ResultSet row, int number) throws SQLException {
        return new ProviderSession(
                row.getString("session_id"),
                row.getString("registration"),
                row.getString("issuer"),
                row.getString("subject"),
                row.getString("sid"),
                row.getString("refresh_token"));
    }
}
