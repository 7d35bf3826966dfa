package health.visavis.messaging.store;

import health.visavis.access.PatientRows;
import health.visavis.access.Role;
import health.visavis.kernel.FileId;
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
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// Sealed messages. Written once, never changed.
@Repository
public class Messages {

    /// @param joins whether the sender takes part from now on and is told what is new: not whoever acts for a patient
    public record NewMessage(
            MessageId id,
            ThreadId thread,
            PersonId sender,
            Role senderRole,
            UUID clientId,
            byte[] body,
            boolean joins) {}

    public record StoredMessage(
            MessageId id,
            long sequence,
            PersonId sender,
            Role senderRole,
            byte[] body,
            Instant sentAt,
            @Nullable FileId file) {}

    /// The stored files of a message.
    public record MessageFile(FileId content, @Nullable FileId preview) {}

    /// @param isNew false when this client id had been stored before
    public record Receipt(
            MessageId message, long sequence, Instant sentAt, boolean isNew, List<PersonId> otherParticipants) {}

    private final PatientRows rows;

    Messages(PatientRows rows) {
        this.rows = rows;
    }

    /// Where a message's text is sealed for.
    public static RowContext bodyOf(MessageId id) {
        return RowContext.of("message", "body", id.value());
    }

    /// One round trip for all of a commit: takes the next places in their threads, stores, notes that the senders
    /// have read up to there, and says who else takes part. The threads' rows are locked in their order and stay
    /// locked until the commit, which makes places gapless.
    ///
    /// Whether a message is known is asked one by one (`LIMIT`), by the index of client ids: a plan is made once
    /// for a connection, and one made while the table is nearly empty would read all of it for each commit of a
    /// busy hour.
    ///
    /// @return a receipt for each message, in their order
    public List<Receipt> append(List<NewMessage> messages, Instant sentAt) {
        return rows.sql("""
                        WITH asked AS MATERIALIZED (
                          SELECT * FROM unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::bytea[], ?::boolean[])
                                   WITH ORDINALITY AS a (id, thread_id, sender_id, sender_role, client_id, body, joins, place)
                        ), before AS MATERIALIZED (
                          SELECT place, known.id, known.sequence, known.sent_at
                            FROM asked CROSS JOIN LATERAL (
                                 SELECT id, sequence, sent_at FROM message
                                  WHERE message.thread_id = asked.thread_id AND message.sender_id = asked.sender_id
                                    AND message.client_id = asked.client_id
                                  LIMIT 1) known
                        ), fresh AS MATERIALIZED (
                          SELECT * FROM asked WHERE place NOT IN (SELECT place FROM before)
                        ), locked AS MATERIALIZED (
                          SELECT id FROM message_thread WHERE id IN (SELECT thread_id FROM fresh) ORDER BY id FOR UPDATE
                        ), numbered AS (
                          UPDATE message_thread thread
                             SET last_sequence = last_sequence + more.count, last_message_at = ?
                            FROM (SELECT thread_id, count(*) FROM fresh GROUP BY thread_id) more, locked
                           WHERE thread.id = locked.id AND thread.id = more.thread_id
                          RETURNING thread.id AS thread_id, last_sequence
                        ), stored AS (
                          INSERT INTO message (id, thread_id, sequence, sender_id, sender_role, client_id, body, sent_at)
                          SELECT id, thread_id,
                                 last_sequence + 1 - row_number() OVER (PARTITION BY thread_id ORDER BY place DESC),
                                 sender_id, sender_role, client_id, body, ?
                            FROM fresh JOIN numbered USING (thread_id)
                          RETURNING id, thread_id, sender_id, sequence, sent_at
                        ), senders AS (
                          INSERT INTO thread_participant (thread_id, person_id, last_read)
                          SELECT stored.thread_id, stored.sender_id, max(stored.sequence)
                            FROM stored JOIN fresh USING (id) WHERE fresh.joins
                           GROUP BY stored.thread_id, stored.sender_id ORDER BY stored.thread_id, stored.sender_id
                          ON CONFLICT (thread_id, person_id) DO UPDATE SET last_read = EXCLUDED.last_read
                        )
                        SELECT answer.id, answer.sequence, answer.sent_at, answer.is_new,
                               ARRAY (SELECT person_id FROM thread_participant other
                                       WHERE other.thread_id = asked.thread_id AND person_id <> asked.sender_id) AS people
                          FROM asked JOIN (
                               SELECT place, stored.id, sequence, sent_at, true AS is_new FROM stored JOIN fresh USING (id)
                               UNION ALL
                               SELECT place, id, sequence, sent_at, false FROM before) answer USING (place)
                         ORDER BY place
                        """)
                .param(column(messages, UUID[]::new, message -> message.id().value()))
                .param(column(messages, UUID[]::new, message -> message.thread().value()))
                .param(column(messages, UUID[]::new, message -> message.sender().value()))
                .param(column(
                        messages, String[]::new, message -> message.senderRole().name()))
                .param(column(messages, UUID[]::new, NewMessage::clientId))
                .param(column(messages, byte[][]::new, NewMessage::body))
                .param(column(messages, Boolean[]::new, NewMessage::joins))
                .param(sentAt.atOffset(ZoneOffset.UTC))
                .param(sentAt.atOffset(ZoneOffset.UTC))
                .query(Messages::receipt)
                .list();
    }

    private static <T> T[] column(List<NewMessage> messages, IntFunction<T[]> array, Function<NewMessage, T> value) {
        return messages.stream().map(value).toArray(array);
    }

    /// The last `limit` messages before `sequence`, oldest first.
    public List<StoredMessage> before(ThreadId thread, long sequence, int limit) {
        return rows.sql("""
                        SELECT * FROM (
                          SELECT id, sequence, sender_id, sender_role, body, sent_at FROM message
                           WHERE thread_id = ? AND sequence < ?
                           ORDER BY sequence DESC LIMIT ?) newest
                          LEFT JOIN message_file ON message_file.message_id = newest.id
                        ORDER BY sequence
                        """)
                .params(thread.value(), sequence, limit)
                .query(Messages::message)
                .list();
    }

    public Optional<StoredMessage> find(ThreadId thread, MessageId id) {
        return rows.sql("""
                        SELECT id, sequence, sender_id, sender_role, body, sent_at, file_id
                          FROM message LEFT JOIN message_file ON message_file.message_id = message.id
                         WHERE id = ? AND thread_id = ?
                        """)
                .params(id.value(), thread.value())
                .query(Messages::message)
                .optional();
    }

    public void attach(MessageId message, MessageFile file) {
        rows.sql("INSERT INTO message_file (message_id, file_id, preview_id) VALUES (?, ?, ?)")
                .param(message.value())
                .param(file.content().value())
                .param(file.preview() == null ? null : file.preview().value())
                .update();
    }

    public Optional<MessageFile> file(ThreadId thread, MessageId id) {
        return rows.sql("""
                        SELECT file_id, preview_id FROM message_file JOIN message ON message.id = message_file.message_id
                         WHERE message.id = ? AND message.thread_id = ?
                        """)
                .params(id.value(), thread.value())
                .query((row, number) -> {
                    var preview = row.getObject("preview_id", UUID.class);
                    return new MessageFile(
                            new FileId(row.getObject("file_id", UUID.class)),
                            preview == null ? null : new FileId(preview));
                })
                .optional();
    }

    private static Receipt receipt(ResultSet row, int number) throws SQLException {
        return new Receipt(
                new MessageId(row.getObject("id", UUID.class)),
                row.getLong("sequence"),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("is_new"),
                Arrays.stream((UUID[]) row.getArray("people").getArray())
                        .map(PersonId::new)
                        .toList());
    }

    private static StoredMessage message(ResultSet row, int number) throws SQLException {
        var file = row.getObject("file_id", UUID.class);
        return new StoredMessage(
                new MessageId(row.getObject("id", UUID.class)),
                row.getLong("sequence"),
                new PersonId(row.getObject("sender_id", UUID.class)),
                Role.valueOf(row.getString("sender_role")),
                row.getBytes("body"),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                file == null ? null : new FileId(file));
    }
}
