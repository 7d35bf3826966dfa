package health.visavis.azure.acs.store;

import health.visavis.azure.acs.news.AcsNews;
import health.visavis.kernel.VisitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What was told, once each, and what it says of the calls of a visit.
public final class AcsNewsLog {

    /// A call of a visit as the vendor saw it; in whatever order the news of it came.
    ///
    /// @param endedAt null while it goes on, or while that news is on its way
    public record CallRecord(
            String room,
            @Nullable Instant beganAt,
            @Nullable Instant endedAt,
            List<Presence> presences) {

        public CallRecord {
            presences = List.copyOf(presences);
        }
    }

    /// @param seat whose place it was
    public record Presence(
            UUID seat, @Nullable Instant cameAt, @Nullable Instant leftAt) {}

    private final JdbcClient jdbc;

    public AcsNewsLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// False when it was known already, or nothing that is kept.
    public boolean keep(AcsNews news, Instant receivedAt) {
        return switch (news) {
            case AcsNews.CallBegan began -> keep(news, receivedAt, "CALL_BEGAN", began.room(), null, null);
            case AcsNews.CallOver over -> keep(news, receivedAt, "CALL_OVER", over.room(), null, over.lasted());
            case AcsNews.Came came -> keep(news, receivedAt, "CAME", came.room(), came.user(), null);
            case AcsNews.Left left -> keep(news, receivedAt, "LEFT", left.room(), left.user(), null);
            case AcsNews.RecordingReady ready ->
                keep(news, receivedAt, "RECORDING_READY", ready.recording(), null, ready.length());
            case AcsNews.SmsReported sms ->
                keep(
                        news,
                        receivedAt,
                        sms.delivered() ? "SMS_DELIVERED" : "SMS_NOT_DELIVERED",
                        sms.message(),
                        null,
                        null);
            case AcsNews.MailReported mail ->
                keep(
                        news,
                        receivedAt,
                        mail.delivered() ? "MAIL_DELIVERED" : "MAIL_NOT_DELIVERED",
                        mail.message(),
                        null,
                        null);
            case AcsNews.CallStep step ->
                keep(news, receivedAt, "LEG_" + step.step().name(), step.connection(), null, null);
            case AcsNews.RecordingTurned turned ->
                keep(news, receivedAt, turned.on() ? "RECORDING_ON" : "RECORDING_OFF", turned.recording(), null, null);
            case AcsNews.Unasked unasked -> false;
        };
    }

    /// One per room that the visit was held in; without rooms of other resources, whose ids mean nothing here.
    public List<CallRecord> callsOf(VisitId visit) {
        return jdbc.sql("""
                        SELECT r.room_id,
                               (SELECT min(happened_at) FROM acs_news WHERE about = r.room_id AND kind = 'CALL_BEGAN') began,
                               (SELECT max(happened_at) FROM acs_news WHERE about = r.room_id AND kind = 'CALL_OVER') ended
                          FROM acs_room r WHERE r.visit_id = ? AND r.room_id IS NOT NULL ORDER BY r.rung
                        """)
                .param(visit.value())
                .query((row, number) -> new CallRecord(
                        row.getString("room_id"),
                        instant(row, "began"),
                        instant(row, "ended"),
                        presences(row.getString("room_id"))))
                .list();
    }

    private List<Presence> presences(String room) {
        return jdbc.sql("""
                        SELECT u.seat_id, min(n.happened_at) FILTER (WHERE n.kind = 'CAME') came,
                               max(n.happened_at) FILTER (WHERE n.kind = 'LEFT') gone
                          FROM acs_news n JOIN acs_user u ON u.acs_id = n.acs_user
                         WHERE n.about = ? AND n.kind IN ('CAME', 'LEFT')
                         GROUP BY u.seat_id ORDER BY came
                        """)
                .param(room)
                .query((row, number) ->
                        new Presence(row.getObject("seat_id", UUID.class), instant(row, "came"), instant(row, "gone")))
                .list();
    }

    private boolean keep(
            AcsNews news,
            Instant receivedAt,
            String kind,
            String about,
            @Nullable String user,
            @Nullable Duration length) {
        return jdbc.sql("""
                        INSERT INTO acs_news (id, kind, happened_at, received_at, about, acs_user, millis)
                        VALUES (:id, :kind, :happened, :received, :about, :user, :millis)
                        ON CONFLICT (id) DO NOTHING
                        """)
                        .param("id", news.id())
                        .param("kind", kind)
                        .param("happened", Timestamp.from(news.at()))
                        .param("received", Timestamp.from(receivedAt))
                        .param("about", about)
                        .param("user", user)
                        .param("millis", length == null ? null : length.toMillis())
                        .update()
                == 1;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
