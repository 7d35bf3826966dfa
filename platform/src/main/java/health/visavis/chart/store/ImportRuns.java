package health.visavis.chart.store;

import health.visavis.access.Sensitivity;
import health.visavis.chart.ImportProgress;
import health.visavis.chart.ImportRun;
import health.visavis.kernel.PersonId;
import health.visavis.kernel.TimeOrderedId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The tables of import runs.
@Component
public class ImportRuns {

    private final JdbcClient jdbc;
    private final Clock clock;

    ImportRuns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public UUID add(
            PersonId startedBy, String label, String fingerprint, ImportRun.State state, ImportProgress progress) {
        var id = TimeOrderedId.next();
        var now = Timestamp.from(clock.instant());
        jdbc.sql("""
                        INSERT INTO import_run (id, label, fingerprint, started_by, state, started_at, heard_at, files, bytes)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        label,
                        fingerprint,
                        startedBy.value(),
                        state.name(),
                        now,
                        now,
                        progress.files(),
                        progress.bytes())
                .update();
        return id;
    }

    public boolean hasFinished(String fingerprint) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM import_run WHERE fingerprint = ? AND state = 'FINISHED')")
                .param(fingerprint)
                .query(Boolean.class)
                .single();
    }

    public void name(UUID run, String label, String fingerprint) {
        jdbc.sql("UPDATE import_run SET label = ?, fingerprint = ? WHERE id = ?")
                .params(label, fingerprint, run)
                .update();
    }

    public void update(UUID run, ImportRun.State state, ImportProgress progress) {
        var now = Timestamp.from(clock.instant());
        jdbc.sql("""
                        UPDATE import_run
                        SET state = :state, heard_at = :now, finished_at = CASE WHEN :over THEN CAST(:now AS timestamptz) END,
                            files = :files, files_done = :filesDone, bytes = :bytes, bytes_done = :bytesDone, resources = :read,
                            created = :created, updated = :updated, unchanged = :unchanged, rejected = :rejected,
                            open_references = :openReferences
                        WHERE id = :id
                        """)
                .param("id", run)
                .param("state", state.name())
                .param("now", now)
                .param("over", state == ImportRun.State.FINISHED || state == ImportRun.State.FAILED)
                .param("files", progress.files())
                .param("filesDone", progress.filesDone())
                .param("bytes", progress.bytes())
                .param("bytesDone", progress.bytesDone())
                .param("read", progress.read())
                .param("created", progress.created())
                .param("updated", progress.updated())
                .param("unchanged", progress.unchanged())
                .param("rejected", progress.rejected())
                .param("openReferences", progress.openReferences())
                .update();
    }

    public void addRejections(UUID run, Collection<ImportRun.Rejection> rejections) {
        var number = 0;
        for (var rejection : rejections) {
            jdbc.sql(
                            "INSERT INTO import_rejection (run_id, number, file, line, type, reason) VALUES (?, ?, ?, ?, ?, ?)")
                    .params(run, ++number, rejection.file(), rejection.line(), rejection.type(), rejection.reason())
                    .update();
        }
    }

    public void addNotTaken(UUID run, Map<String, Long> notTaken) {
        notTaken.forEach(
                (type, count) -> jdbc.sql("INSERT INTO import_not_taken (run_id, type, count) VALUES (?, ?, ?)")
                        .params(run, type, count)
                        .update());
    }

    public void addLabels(UUID run, Map<ImportRun.Label, Long> labels) {
        labels.forEach((label, count) -> jdbc.sql(
                        "INSERT INTO import_label (run_id, sensitivity, known, count) VALUES (?, ?, ?, ?)")
                .params(run, label.sensitivity().name(), label.known(), count)
                .update());
    }

    /// The strictest last.
    public Map<ImportRun.Label, Long> labels(UUID run) {
        var labels = new TreeMap<ImportRun.Label, Long>(
                Comparator.comparing(ImportRun.Label::sensitivity).thenComparing(ImportRun.Label::known));
        jdbc.sql("SELECT sensitivity, known, count FROM import_label WHERE run_id = ?")
                .param(run)
                .query(row -> {
                    labels.put(
                            new ImportRun.Label(
                                    Sensitivity.valueOf(row.getString("sensitivity")), row.getBoolean("known")),
                            row.getLong("count"));
                });
        return labels;
    }

    public List<ImportRun> recent(int limit) {
        return jdbc.sql("SELECT * FROM import_run ORDER BY started_at DESC LIMIT ?")
                .param(limit)
                .query(ImportRuns::run)
                .list();
    }

    public List<ImportRun.Rejection> rejections(UUID run, int limit) {
        return jdbc.sql(
                        "SELECT file, line, type, reason FROM import_rejection WHERE run_id = ? ORDER BY number LIMIT ?")
                .params(run, limit)
                .query((row, number) -> new ImportRun.Rejection(
                        row.getString("file"), row.getLong("line"), row.getString("type"), row.getString("reason")))
                .list();
    }

    public Map<String, Long> notTaken(UUID run) {
        var counts = new LinkedHashMap<String, Long>();
        jdbc.sql("SELECT type, count FROM import_not_taken WHERE run_id = ? ORDER BY count DESC, type")
                .param(run)
                .query(row -> {
                    counts.put(row.getString("type"), row.getLong("count"));
                });
        return counts;
    }

    private static ImportRun run(ResultSet row, int number) throws SQLException {
        var finished = row.getTimestamp("finished_at");
        return new ImportRun(
                row.getObject("id", UUID.class),
                row.getString("label"),
                new PersonId(row.getObject("started_by", UUID.class)),
                ImportRun.State.valueOf(row.getString("state")),
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("heard_at").toInstant(),
                finished == null ? null : finished.toInstant(),
                new ImportProgress(
                        row.getInt("files"),
                        row.getInt("files_done"),
                        row.getLong("bytes"),
                        row.getLong("bytes_done"),
                        row.getLong("resources"),
                        row.getLong("created"),
                        row.getLong("updated"),
                        row.getLong("unchanged"),
                        row.getLong("rejected"),
                        row.getLong("open_references")));
    }
}
