package health.visavis.azure.acs.store;

import health.visavis.kernel.RecordingId;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the vendor records for us: each request is written down before it is sent, and its answer when it is there, so
/// that whoever goes on where another instance has died asks for the same again.
public final class AcsTakes {

    /// One recording of one line.
    ///
    /// @param id also the id of the request that brings us into the call, and what its news brings back
    /// @param startId the id of the request that starts it
    /// @param connectionId our leg in the call, once we are in
    /// @param vendorId what the vendor calls the recording, once it has begun
    /// @param running whether we have told it to keep what it hears and sees
    /// @param over whether we have ended it
    public record Take(
            UUID id,
            RecordingId recording,
            String room,
            Instant firstSentAt,
            UUID startId,
            @Nullable String connectionId,
            @Nullable String serverCallId,
            @Nullable String vendorId,
            boolean running,
            boolean over) {}

    /// A file that lies there.
    public record TakeFile(String id, RecordingId recording, URI content, URI deletion) {}

    private static final String COLUMNS = """
            SELECT id, recording_id, room_id, first_sent_at, start_id, connection_id, server_call_id, vendor_id, running,
                   ended_at IS NOT NULL AS is_over
              FROM acs_recording
            """;

    private final JdbcClient jdbc;

    public AcsTakes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The one of this line that is not over; whoever asks first makes it.
    public Take of(RecordingId recording, String room, Instant at) {
        jdbc.sql("""
                        INSERT INTO acs_recording (id, recording_id, room_id, first_sent_at, start_id)
                        VALUES (?, ?, ?, ?, ?) ON CONFLICT (recording_id, room_id) WHERE ended_at IS NULL DO NOTHING
                        """)
                .params(UUID.randomUUID(), recording.value(), room, Timestamp.from(at), UUID.randomUUID())
                .update();
        return jdbc.sql(COLUMNS + "WHERE recording_id = ? AND room_id = ? AND ended_at IS NULL")
                .params(recording.value(), room)
                .query((row, number) -> take(row))
                .single();
    }

    /// Those that are not over at the vendor.
    public List<Take> open(RecordingId recording) {
        return jdbc.sql(COLUMNS + "WHERE recording_id = ? AND ended_at IS NULL ORDER BY first_sent_at")
                .param(recording.value())
                .query((row, number) -> take(row))
                .list();
    }

    /// The one for which we had that leg in a call, unless it is over.
    public Optional<Take> openOn(String connectionId) {
        return jdbc.sql(COLUMNS + "WHERE connection_id = ? AND ended_at IS NULL")
                .param(connectionId)
                .query((row, number) -> take(row))
                .optional();
    }

    /// The one that the vendor calls so.
    public Optional<Take> called(String vendorId) {
        return jdbc.sql(COLUMNS + "WHERE vendor_id = ?")
                .param(vendorId)
                .query((row, number) -> take(row))
                .optional();
    }

    /// The recording for which we have joined a call.
    public Optional<RecordingId> joinedFor(UUID id) {
        return jdbc.sql("SELECT recording_id FROM acs_recording WHERE id = ?")
                .param(id)
                .query((row, number) -> new RecordingId(row.getObject("recording_id", UUID.class)))
                .optional();
    }

    public void joined(Take take, String connectionId, String serverCallId) {
        jdbc.sql("UPDATE acs_recording SET connection_id = ?, server_call_id = ? WHERE id = ?")
                .params(connectionId, serverCallId, take.id())
                .update();
    }

    public void begun(Take take, String vendorId) {
        jdbc.sql("UPDATE acs_recording SET vendor_id = ? WHERE id = ?")
                .params(vendorId, take.id())
                .update();
    }

    /// The vendor has refused to start it: the next attempt is another request.
    public void startAnew(Take take) {
        jdbc.sql("UPDATE acs_recording SET start_id = ? WHERE id = ? AND start_id = ? AND vendor_id IS NULL")
                .params(UUID.randomUUID(), take.id(), take.startId())
                .update();
    }

    public void turned(Take take, boolean running) {
        jdbc.sql("UPDATE acs_recording SET running = ? WHERE id = ?")
                .params(running, take.id())
                .update();
    }

    public void ended(Take take, Instant at) {
        jdbc.sql("UPDATE acs_recording SET ended_at = ?, running = false WHERE id = ? AND ended_at IS NULL")
                .params(Timestamp.from(at), take.id())
                .update();
    }

    /// Of a recording that is not ours nothing is noted.
    public void announced(String vendorId, String file, URI content, URI deletion, Instant at) {
        jdbc.sql("""
                        INSERT INTO acs_recording_file (id, recording_id, content, deletion, announced_at)
                        SELECT ?, recording_id, ?, ?, ? FROM acs_recording WHERE vendor_id = ?
                        ON CONFLICT (id) DO NOTHING
                        """)
                .params(file, content.toString(), deletion.toString(), Timestamp.from(at), vendorId)
                .update();
    }

    /// One that lies at the vendor and that nobody else has in hand until then.
    public Optional<TakeFile> claim(Instant now, Instant until) {
        return jdbc.sql("""
                        UPDATE acs_recording_file SET claimed_until = ?
                         WHERE id = (SELECT id FROM acs_recording_file
                                      WHERE deleted_at IS NULL AND (claimed_until IS NULL OR claimed_until < ?)
                                      ORDER BY announced_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING id, recording_id, content, deletion
                        """)
                .params(Timestamp.from(until), Timestamp.from(now))
                .query((row, number) -> new TakeFile(
                        row.getString("id"),
                        new RecordingId(row.getObject("recording_id", UUID.class)),
                        URI.create(row.getString("content")),
                        URI.create(row.getString("deletion"))))
                .optional();
    }

    public void deleted(TakeFile file, Instant at) {
        jdbc.sql("UPDATE acs_recording_file SET deleted_at = ? WHERE id = ?")
                .params(Timestamp.from(at), file.id())
                .update();
    }

    private static Take take(ResultSet row) throws SQLException {
        return new Take(
                row.getObject("id", UUID.class),
                new RecordingId(row.getObject("recording_id", UUID.class)),
                row.getString("room_id"),
                row.getTimestamp("first_sent_at").toInstant(),
                row.getObject("start_id", UUID.class),
                row.getString("connection_id"),
                row.getString("server_call_id"),
                row.getString("vendor_id"),
                row.getBoolean("running"),
                row.getBoolean("is_over"));
    }
}
