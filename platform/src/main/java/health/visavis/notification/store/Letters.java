package health.visavis.notification.store;

import health.visavis.kernel.PersonId;
import health.visavis.kernel.TimeSlot;
import health.visavis.notification.Letter;
import health.visavis.notification.Letter.CalendarMethod;
import health.visavis.notification.Letter.Channel;
import health.visavis.notification.Letter.Meeting;
import health.visavis.notification.LetterKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Letters waiting, sent and dropped.
@Repository
public class Letters {

    private final JdbcClient jdbc;

    Letters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A letter whose name is known is not written again.
    public void write(Collection<Letter> letters) {
        letters.forEach(this::write);
    }

    private void write(Letter letter) {
        var meeting = letter.meeting();
        jdbc.sql("""
                        INSERT INTO letter (id, name, person_id, channel, kind, subject_id, starts_at, ends_at,
                                            clinic_zone, version, calendar, due_at)
                        VALUES (:id, :name, :person, :channel, :kind, :subject, :startsAt, :endsAt,
                                :clinicZone, :version, :calendar, :dueAt)
                        ON CONFLICT (name) DO NOTHING
                        """)
                .param("id", letter.id())
                .param("name", letter.name())
                .param("person", letter.person().value())
                .param("channel", letter.channel().name())
                .param("kind", letter.kind().name())
                .param("subject", letter.subject())
                .param("startsAt", meeting == null ? null : at(meeting.slot().start()))
                .param("endsAt", meeting == null ? null : at(meeting.slot().end()))
                .param(
                        "clinicZone",
                        meeting == null ? null : meeting.clinicZone().getId())
                .param("version", meeting == null ? null : meeting.version())
                .param(
                        "calendar",
                        meeting == null || meeting.calendar() == null
                                ? null
                                : meeting.calendar().name())
                .param("dueAt", at(letter.dueAt()))
                .update();
    }

    /// Takes letters that are due for this instance until `until`; another instance does not see them meanwhile.
    public List<Letter> claim(Instant now, Instant until, int limit) {
        return jdbc.sql("""
                        UPDATE letter SET leased_until = :until, attempts = attempts + 1
                         WHERE id IN (SELECT id FROM letter
                                       WHERE due_at <= :now AND sent_at IS NULL AND dropped_at IS NULL
                                         AND (leased_until IS NULL OR leased_until <= :now)
                                       ORDER BY due_at
                                       LIMIT :limit
                                         FOR UPDATE SKIP LOCKED)
                        RETURNING *
                        """)
                .param("now", at(now))
                .param("until", at(until))
                .param("limit", limit)
                .query(Letters::letter)
                .list();
    }

    /// @param reference what its carrier calls it
    public void sent(UUID id, @Nullable String reference, Instant when) {
        jdbc.sql("UPDATE letter SET sent_at = :when, reference = :reference WHERE id = :id")
                .param("when", at(when))
                .param("reference", reference)
                .param("id", id)
                .update();
    }

    public void dropped(UUID id, Instant when) {
        jdbc.sql("UPDATE letter SET dropped_at = ? WHERE id = ?")
                .params(at(when), id)
                .update();
    }

    public void postponed(UUID id, Instant until) {
        jdbc.sql("UPDATE letter SET leased_until = ? WHERE id = ?")
                .params(at(until), id)
                .update();
    }

    /// Whether somebody was sent a calendar entry of this appointment.
    public boolean invited(UUID appointment) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM letter WHERE subject_id = ? AND calendar = 'REQUEST')")
                .param(appointment)
                .query(Boolean.class)
                .single();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Letter letter(ResultSet row, int number) throws SQLException {
        return new Letter(
                row.getObject("id", UUID.class),
                row.getString("name"),
                new PersonId(row.getObject("person_id", UUID.class)),
                Channel.valueOf(row.getString("channel")),
                LetterKind.valueOf(row.getString("kind")),
                row.getObject("subject_id", UUID.class),
                meeting(row),
                instant(row, "due_at"),
                row.getInt("attempts"));
    }

    private static @Nullable Meeting meeting(ResultSet row) throws SQLException {
        var zone = row.getString("clinic_zone");
        if (zone == null) {
            return null;
        }
        var calendar = row.getString("calendar");
        return new Meeting(
                new TimeSlot(instant(row, "starts_at"), instant(row, "ends_at")),
                ZoneId.of(zone),
                row.getInt("version"),
                calendar == null ? null : CalendarMethod.valueOf(calendar));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
