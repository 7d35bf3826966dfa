package health.visavis.recording.store;

import health.visavis.access.PatientRows;
import health.visavis.access.Subject;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.FileId;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import health.visavis.kernel.RecordingId;
import health.visavis.kernel.TimeOrderedId;
import health.visavis.kernel.VisitId;
import health.visavis.keys.RowContext;
import health.visavis.recording.domain.Consents;
import health.visavis.recording.domain.Recording;
import health.visavis.recording.domain.Recording.Asked;
import health.visavis.recording.domain.Recording.Facts;
import health.visavis.recording.domain.Recording.StopReason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Recordings, what people said to them, and their parts.
@Repository
public class Recordings {

    public record Part(int place, int segment, FileId file, long size) {}

    private static final String COLUMNS = """
            SELECT id, visit_id, patient_id, clinician_id, state, asked_at, started_at, stopped_at, stop_reason
              FROM recording
            """;

    private final JdbcClient jdbc;
    private final PatientRows rows;

    Recordings(JdbcClient jdbc, PatientRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /// Whose it is, before anything is granted.
    public Optional<Subject> subject(RecordingId id) {
        return jdbc.sql("SELECT patient_id, clinician_id FROM recording_whose(?)")
                .param(id.value())
                .query((row, number) -> Subject.of(
                        new PatientId(row.getObject("patient_id", UUID.class)),
                        new ClinicianId(row.getObject("clinician_id", UUID.class)),
                        id.value()))
                .optional();
    }

    public static RowContext tallyOf(RecordingId id) {
        return RowContext.of("recording", "tally", id.value());
    }

    public void add(Recording.Asking asking) {
        var facts = asking.facts();
        rows.sql("""
                        INSERT INTO recording (id, visit_id, patient_id, clinician_id, state, asked_at)
                        VALUES (?, ?, ?, ?, 'ASKING', ?)
                        """)
                .params(
                        facts.id().value(),
                        facts.visit().value(),
                        facts.patient().value(),
                        facts.clinician().value(),
                        utc(facts.askedAt()))
                .update();
    }

    public void save(Asked recording) {
        var stopped = recording instanceof Recording.Stopped ended ? ended : null;
        rows.sql("UPDATE recording SET state = ?, started_at = ?, stopped_at = ?, stop_reason = ? WHERE id = ?")
                .param(state(recording))
                .param(utcOrNull(startedAt(recording)))
                .param(utcOrNull(stopped == null ? null : stopped.stoppedAt()))
                .param(stopped == null ? null : stopped.reason().name())
                .param(recording.facts().id().value())
                .update();
    }

    /// The one that was asked for last.
    public Optional<Asked> latest(VisitId visit) {
        return rows.sql(COLUMNS + "WHERE visit_id = ? ORDER BY id DESC LIMIT 1")
                .param(visit.value())
                .query(Recordings::recording)
                .optional();
    }

    /// For a move: nobody else moves it until this transaction ends.
    public Optional<Asked> lockedLatest(VisitId visit) {
        return rows.sql(COLUMNS + "WHERE visit_id = ? ORDER BY id DESC LIMIT 1 FOR UPDATE")
                .param(visit.value())
                .query(Recordings::recording)
                .optional();
    }

    public Optional<Asked> find(RecordingId id) {
        return rows.sql(COLUMNS + "WHERE id = ?")
                .param(id.value())
                .query(Recordings::recording)
                .optional();
    }

    public Optional<Asked> locked(RecordingId id) {
        return rows.sql(COLUMNS + "WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query(Recordings::recording)
                .optional();
    }

    /// Those that ran and whose parts are still there.
    public List<Recording.Stopped> kept(VisitId visit) {
        return rows.sql(COLUMNS + """
                        WHERE visit_id = ? AND state = 'STOPPED' AND started_at IS NOT NULL AND deleted_at IS NULL ORDER BY id
                        """).param(visit.value()).query(Recordings::recording).list().stream()
                .map(Recording.Stopped.class::cast)
                .toList();
    }

    public List<Recording.Stopped> stoppedBefore(Instant before, int limit) {
        return rows
                .sql(COLUMNS + "WHERE deleted_at IS NULL AND stopped_at < ? ORDER BY stopped_at LIMIT ?")
                .params(utc(before), limit)
                .query(Recordings::recording)
                .list()
                .stream()
                .map(Recording.Stopped.class::cast)
                .toList();
    }

    /// Those that ran and are still open, or stopped after that.
    public List<RecordingId> begunAndNotStoppedBefore(Instant before) {
        return rows.sql("""
                        SELECT id FROM recording
                         WHERE started_at IS NOT NULL AND deleted_at IS NULL AND (stopped_at IS NULL OR stopped_at >= ?)
                         ORDER BY id
                        """)
                .param(utc(before))
                .query((row, number) -> new RecordingId(row.getObject("id", UUID.class)))
                .list();
    }

    /// Whose recording it is, if it ran and is still kept: what a recorder has made of it comes late.
    public Optional<PatientId> takesPieces(RecordingId id) {
        return rows.sql(
                        "SELECT patient_id FROM recording WHERE id = ? AND started_at IS NOT NULL AND deleted_at IS NULL")
                .param(id.value())
                .query((row, number) -> new PatientId(row.getObject("patient_id", UUID.class)))
                .optional();
    }

    public boolean hasPiece(RecordingId id, String name) {
        return rows.sql("SELECT EXISTS (SELECT FROM recording_piece WHERE recording_id = ? AND name = ?)")
                .params(id.value(), name)
                .query(Boolean.class)
                .single();
    }

    /// @return whether it is new
    public boolean addPiece(RecordingId id, String name, Instant at) {
        return rows.sql("INSERT INTO recording_piece (recording_id, name, kept_at) VALUES (?, ?, ?) ON CONFLICT DO"
                                + " NOTHING")
                        .params(id.value(), name, utc(at))
                        .update()
                == 1;
    }

    public void deleted(RecordingId id, Instant at) {
        rows.sql("DELETE FROM recording_part WHERE recording_id = ?")
                .param(id.value())
                .update();
        rows.sql("UPDATE recording SET deleted_at = ?, tally = NULL WHERE id = ?")
                .params(utc(at), id.value())
                .update();
    }

    public void answered(RecordingId id, PersonId person, boolean consents, int wording, Instant at) {
        rows.sql("""
                        INSERT INTO recording_consent (id, recording_id, person_id, answer, wording, answered_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        TimeOrderedId.next(),
                        id.value(),
                        person.value(),
                        consents ? "GIVEN" : "REFUSED",
                        wording,
                        utc(at))
                .update();
    }

    public Consents consents(RecordingId id) {
        var last = new HashMap<PersonId, Boolean>();
        rows.sql("""
                        SELECT DISTINCT ON (person_id) person_id, answer FROM recording_consent
                         WHERE recording_id = ? ORDER BY person_id, answered_at DESC, id DESC
                        """).param(id.value()).query(row -> {
            last.put(
                    new PersonId(row.getObject("person_id", UUID.class)),
                    row.getString("answer").equals("GIVEN"));
        });
        return new Consents(last);
    }

    public void addPart(RecordingId id, Part part, byte[] tally, Instant at) {
        rows.sql("""
                        INSERT INTO recording_part (recording_id, place, segment, file_id, size, stored_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .params(id.value(), part.place(), part.segment(), part.file().value(), part.size(), utc(at))
                .update();
        rows.sql("UPDATE recording SET tally = ? WHERE id = ?")
                .params(tally, id.value())
                .update();
    }

    public List<Part> parts(RecordingId id) {
        return rows.sql("SELECT place, segment, file_id, size FROM recording_part WHERE recording_id = ? ORDER BY"
                        + " place")
                .param(id.value())
                .query((row, number) -> new Part(
                        row.getInt("place"),
                        row.getInt("segment"),
                        new FileId(row.getObject("file_id", UUID.class)),
                        row.getLong("size")))
                .list();
    }

    public Optional<byte[]> tally(RecordingId id) {
        return rows.sql("SELECT tally FROM recording WHERE id = ? AND tally IS NOT NULL")
                .param(id.value())
                .query((row, number) -> row.getBytes("tally"))
                .optional();
    }

    private static Asked recording(ResultSet row, int number) throws SQLException {
        var facts = new Facts(
                new RecordingId(row.getObject("id", UUID.class)),
                new VisitId(row.getObject("visit_id", UUID.class)),
                new PatientId(row.getObject("patient_id", UUID.class)),
                new ClinicianId(row.getObject("clinician_id", UUID.class)),
                row.getObject("asked_at", OffsetDateTime.class).toInstant());
        var startedAt = row.getObject("started_at", OffsetDateTime.class);
        return switch (row.getString("state")) {
            case "ASKING" -> new Recording.Asking(facts);
            case "RUNNING" -> new Recording.Running(facts, startedAt.toInstant());
            case "PAUSED" -> new Recording.Paused(facts, startedAt.toInstant());
            case "STOPPED" ->
                new Recording.Stopped(
                        facts,
                        startedAt == null ? null : startedAt.toInstant(),
                        row.getObject("stopped_at", OffsetDateTime.class).toInstant(),
                        StopReason.valueOf(row.getString("stop_reason")));
            default -> throw new IllegalStateException("no such state of a recording");
        };
    }

    private static String state(Asked recording) {
        return switch (recording) {
            case Recording.Asking asking -> "ASKING";
            case Recording.Running running -> "RUNNING";
            case Recording.Paused paused -> "PAUSED";
            case Recording.Stopped stopped -> "STOPPED";
        };
    }

    private static @Nullable Instant startedAt(Asked recording) {
        return switch (recording) {
            case Recording.Asking asking -> null;
            case Recording.Running running -> running.startedAt();
            case Recording.Paused paused -> paused.startedAt();
            case Recording.Stopped stopped -> stopped.startedAt();
        };
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable OffsetDateTime utcOrNull(@Nullable Instant at) {
        return at == null ? null : utc(at);
    }
}
