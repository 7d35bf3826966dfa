package health.visavis.messaging.store;

import health.visavis.access.Role;
import health.visavis.kernel.MessageId;
import health.visavis.kernel.PersonId;
import health.visavis.kernel.ThreadId;
import health.visavis.keys.RowContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Sealed messages. Written once, never changed.
@Repository
public class Messages {

    public record NewMessage(
            MessageId id,
            ThreadId thread,
            PersonId sender,
            Role senderRole,
            UUID clientId,
            byte[] body,
            Instant sentAt) {}

    public record StoredMessage(
            MessageId id, long sequence, PersonId sender, Role senderRole, byte[] body, Instant sentAt) {}

    /// @param isNew false when this client id had been stored before
    public record Receipt(
            MessageId message, long sequence, Instant sentAt, boolean isNew, List<PersonId> otherParticipants) {}

    private final JdbcClient jdbc;

    Messages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Where a message's text is sealed for.
    public static RowContext bodyOf(MessageId id) {
        return RowContext.of("message", "body", id.value());
    }

    /// One round trip: takes the next place in the thread, stores, notes that the sender has read up to there,
    /// and says who else takes part. The thread's row stays locked until the commit, which makes places
    /// gapless.
    public Receipt append(NewMessage message) {
        return jdbc.sql("""
                        WITH before AS (
                          SELECT id, sequence, sent_at FROM message
                           WHERE thread_id = :thread AND sender_id = :sender AND client_id = :clientId
                        ), place AS (
                          UPDATE message_thread
                             SET last_sequence = last_sequence + 1, last_message_at = :sentAt
                           WHERE id = :thread AND NOT EXISTS (SELECT FROM before)
                          RETURNING last_sequence
                        ), stored AS (
                          INSERT INTO message (id, thread_id, sequence, sender_id, sender_role, client_id, body, sent_at)
                          SELECT :id, :thread, last_sequence, :sender, :senderRole, :clientId, :body, :sentAt FROM place
                          RETURNING id, sequence, sent_at
                        ), sender AS (
                          INSERT INTO thread_participant (thread_id, person_id, last_read)
                          SELECT :thread, :sender, sequence FROM stored
                          ON CONFLICT (thread_id, person_id) DO UPDATE SET last_read = EXCLUDED.last_read
                        ), others AS (
                          SELECT array_agg(person_id) AS people FROM thread_participant
                           WHERE thread_id = :thread AND person_id <> :sender
                        )
                        SELECT answer.*, others.people
                          FROM (SELECT id, sequence, sent_at, true AS is_new FROM stored
                                UNION ALL
                                SELECT id, sequence, sent_at, false FROM before) answer, others
                        """)
                .param("id", message.id().value())
                .param("thread", message.thread().value())
                .param("sender", message.sender().value())
                .param("senderRole", message.senderRole().name())
                .param("clientId", message.clientId())
                .param("body", message.body())
                .param("sentAt", message.sentAt().atOffset(ZoneOffset.UTC))
                .query(Messages::receipt)
                .single();
    }

    /// The last `limit` messages before `sequence`, oldest first.
    public List<StoredMessage> before(ThreadId thread, long sequence, int limit) {
        return jdbc.sql("""
                        SELECT * FROM (
                          SELECT id, sequence, sender_id, sender_role, body, sent_at FROM message
                           WHERE thread_id = ? AND sequence < ?
                           ORDER BY sequence DESC LIMIT ?) newest
                        ORDER BY sequence
                        """)
                .params(thread.value(), sequence, limit)
                .query(Messages::message)
                .list();
    }

    public Optional<StoredMessage> find(ThreadId thread, MessageId id) {
        return jdbc.sql("""
                        SELECT id, sequence, sender_id, sender_role, body, sent_at FROM message
                         WHERE id = ? AND thread_id = ?
                        """)
                .params(id.value(), thread.value())
                .query(Messages::message)
                .optional();
    }

    private static Receipt receipt(ResultSet row, int number) throws SQLException {
        var people = row.getArray("people");
        return new Receipt(
                new MessageId(row.getObject("id", UUID.class)),
                row.getLong("sequence"),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("is_new"),
                people == null
                        ? List.of()
                        : Arrays.stream((UUID[]) people.getArray())
                                .map(PersonId::new)
                                .toList());
    }

    private static StoredMessage message(ResultSet row, int number) throws SQLException {
        return new StoredMessage(
                new MessageId(row.getObject("id", UUID.class)),
                row.getLong("sequence"),
                new PersonId(row.getObject("sender_id", UUID.class)),
                Role.valueOf(row.getString("sender_role")),
                row.getBytes("body"),
                row.getObject("sent_at", OffsetDateTime.class).toInstant());
    }
}
