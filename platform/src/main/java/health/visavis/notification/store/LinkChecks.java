package health.visavis.notification.store;

import health.visavis.kernel.AppointmentId;
import health.visavis.notification.LinkTrouble;
import health.visavis.notification.ListBrokenLinks.BrokenLink;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which links were tried, and which of them do not work.
@Repository
public class LinkChecks {

    public enum Stage {
        DAY_BEFORE(Duration.ofHours(24)),
        HALF_HOUR_BEFORE(Duration.ofMinutes(30));

        private final Duration time;

        Stage(Duration time) {
            this.time = time;
        }

        public Duration time() {
            return time;
        }
    }

    /// A link that does not work, or whose check never came to an end, is tried again after this.
    private static final Duration AGAIN = Duration.ofMinutes(5);

    private final JdbcClient jdbc;

    LinkChecks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return whether the caller is to try it now
    public boolean claim(AppointmentId appointment, Stage stage, Instant startsAt, Instant now) {
        return jdbc.sql("""
                        INSERT INTO link_check (appointment_id, stage, starts_at, claimed_at) VALUES (?, ?, ?, ?)
                        ON CONFLICT (appointment_id, stage, starts_at) DO UPDATE SET claimed_at = excluded.claimed_at
                         WHERE (link_check.checked_at IS NULL OR link_check.trouble IS NOT NULL)
                           AND link_check.claimed_at <= ?
                        """)
                        .params(appointment.value(), stage.name(), at(startsAt), at(now), at(now.minus(AGAIN)))
                        .update()
                > 0;
    }

    public void checked(
            AppointmentId appointment, Stage stage, Instant startsAt, @Nullable LinkTrouble trouble, Instant now) {
        jdbc.sql("""
                        UPDATE link_check SET checked_at = :now, trouble = :trouble
                         WHERE appointment_id = :appointment AND stage = :stage AND starts_at = :start
                        """)
                .param("now", at(now))
                .param("trouble", trouble == null ? null : trouble.name())
                .param("appointment", appointment.value())
                .param("stage", stage.name())
                .param("start", at(startsAt))
                .update();
    }

    /// The latest stage of a visit says how its link is.
    public List<BrokenLink> inTroubleAfter(Instant now) {
        return jdbc.sql("""
                        SELECT appointment_id, starts_at, trouble
                          FROM link_check found
                         WHERE starts_at > ? AND trouble IS NOT NULL
                           AND NOT EXISTS (SELECT FROM link_check later
                                            WHERE later.appointment_id = found.appointment_id
                                              AND later.checked_at > found.checked_at)
                         ORDER BY starts_at
                         LIMIT 50
                        """)
                .param(at(now))
                .query((row, number) -> new BrokenLink(
                        new AppointmentId(row.getObject("appointment_id", UUID.class)),
                        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                        LinkTrouble.valueOf(row.getString("trouble"))))
                .list();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
