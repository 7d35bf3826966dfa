package health.visavis.audit.store;

import health.visavis.audit.RecordedEvent;
import health.visavis.audit.domain.Frontier;
import health.visavis.audit.domain.Hash;
import health.visavis.audit.domain.Nodes;
import health.visavis.audit.domain.PatientHead;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/// The log over the trail, which only grows.
@Repository
public class AuditLog {

    /// Nodes of every eighth level are stored; those between take at most 128 of them, or of the leaves, to compute.
    public static final int STORED_LEVELS = 8;

    /// Action of the rows that say that others were pruned.
    private static final String PRUNING = "prune-trail";

    private static final RowMapper<String> NOTE = (row, number) -> row.getString("note");
    private static final long TURN = 0x7669_7361_7669_7301L;

    private final JdbcTemplate jdbc;

    public AuditLog(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// @param place in the log, from 0
    public record Leaf(long place, UUID event, Hash hash) {}

    /// @param place in the tree of the patients, from 0
    public record Patient(long place, UUID id, Hash blind) {}

    /// @param leafPlace the entry that made it
    public record Link(long patientPlace, PatientHead head, long leafPlace) {}

    /// A patient as the log knows them after some of its leaves.
    public record Standing(Patient patient, PatientHead head) {}

    /// The rows `from` to `to`, the latter not included, with the checkpoint at `to`.
    public record Export(long from, long to, String note) {}

    /// For the rest of this transaction; false while another instance has it.
    public boolean takeTurn() {
        return Boolean.TRUE.equals(jdbc.queryForObject("SELECT pg_try_advisory_xact_lock(?)", Boolean.class, TURN));
    }

    public boolean isBehind() {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("SELECT EXISTS (SELECT 1 FROM audit_unsequenced)", Boolean.class));
    }

    public long size() {
        return number("SELECT coalesce(max(place) + 1, 0) FROM audit_log_leaf");
    }

    /// @param gone how many of those that were waiting are not on the trail
    public record Batch(List<RecordedEvent> rows, int gone) {}

    /// Takes rows that wait for their place, in the order of their ids, off the queue.
    public Batch takeWaiting(int limit) {
        var waited = jdbc.query("""
                DELETE FROM audit_unsequenced
                 WHERE ctid = ANY (ARRAY(SELECT ctid FROM audit_unsequenced LIMIT ?)) RETURNING event_id
                """, (row, number) -> row.getObject("event_id", UUID.class), limit);
        var rows = rows(waited);
        return new Batch(rows, waited.size() - rows.size());
    }

    public void addLeaves(List<Leaf> leaves) {
        update("INSERT INTO audit_log_leaf (place, event_id, hash) SELECT * FROM unnest(?, ?, ?)", statement -> {
            statement.setArray(1, longs(statement, leaves, Leaf::place));
            statement.setArray(2, array(statement, "uuid", leaves.stream().map(Leaf::event)));
            statement.setArray(3, hashes(statement, leaves.stream().map(leaf -> leaf.hash())));
        });
    }

    public void addNodes(List<Frontier.Node> nodes) {
        if (nodes.isEmpty()) {
            return;
        }
        update("INSERT INTO audit_log_node (level, position, hash) SELECT * FROM unnest(?, ?, ?)", statement -> {
            statement.setArray(1, longs(statement, nodes, Frontier.Node::level));
            statement.setArray(2, longs(statement, nodes, Frontier.Node::index));
            statement.setArray(3, hashes(statement, nodes.stream().map(node -> node.hash())));
        });
    }

    public long patients() {
        return number("SELECT coalesce(max(place) + 1, 0) FROM audit_log_patient");
    }

    public void addPatients(List<Patient> patients) {
        if (patients.isEmpty()) {
            return;
        }
        update("INSERT INTO audit_log_patient (place, patient_id, blind) SELECT * FROM unnest(?, ?, ?)", statement -> {
            statement.setArray(1, longs(statement, patients, Patient::place));
            statement.setArray(2, array(statement, "uuid", patients.stream().map(Patient::id)));
            statement.setArray(3, hashes(statement, patients.stream().map(one -> one.blind())));
        });
    }

    public void addLinks(List<Link> links) {
        if (links.isEmpty()) {
            return;
        }
        update("""
                INSERT INTO audit_log_patient_entry (patient_place, count, leaf_place, chain_end)
                SELECT * FROM unnest(?, ?, ?, ?)
                """, statement -> {
            statement.setArray(1, longs(statement, links, Link::patientPlace));
            statement.setArray(2, longs(statement, links, link -> link.head().count()));
            statement.setArray(3, longs(statement, links, Link::leafPlace));
            statement.setArray(
                    4, hashes(statement, links.stream().map(link -> link.head().end())));
        });
    }

    /// Those of them whom the log knows, as they stand now.
    public List<Standing> standings(Collection<UUID> patients) {
        return jdbc.query("""
                SELECT patient.*, entry.count, entry.chain_end
                  FROM audit_log_patient patient, LATERAL (
                       SELECT count, chain_end FROM audit_log_patient_entry
                        WHERE patient_place = patient.place ORDER BY count DESC LIMIT 1) entry
                 WHERE patient_id = ANY (?)
                """, (row, number) -> standing(row), (Object) patients.toArray(UUID[]::new));
    }

    /// Those who have an entry at one of the places from `begin` on, as they stood when the log had this size.
    public List<Standing> changed(long begin, long size) {
        return jdbc.query("""
                SELECT patient.*, entry.count, entry.chain_end
                  FROM (SELECT DISTINCT patient_place FROM audit_log_patient_entry
                         WHERE leaf_place >= ? AND leaf_place < ?) changed
                  JOIN audit_log_patient patient ON place = patient_place, LATERAL (
                       SELECT count, chain_end FROM audit_log_patient_entry
                        WHERE patient_place = patient.place AND leaf_place < ? ORDER BY count DESC LIMIT 1) entry
                 ORDER BY place
                """, (row, number) -> standing(row), begin, size, size);
    }

    /// Everybody who had an entry when the log had this size, as they stood then, in their order.
    public List<Standing> everybody(long size) {
        return jdbc.query("""
                SELECT patient.*, entry.count, entry.chain_end
                  FROM audit_log_patient patient, LATERAL (
                       SELECT count, chain_end FROM audit_log_patient_entry
                        WHERE patient_place = patient.place AND leaf_place < ? ORDER BY count DESC LIMIT 1) entry
                 ORDER BY place
                """, (row, number) -> standing(row), size);
    }

    /// @param number which of the patient's entries, from 1
    public record Entry(long number, RecordedEvent row) {}

    /// A patient's entries with smaller numbers than this, newest first.
    ///
    /// @param butNotBy whose acts are left out; null: nobody's
    public List<Entry> entriesOf(UUID patient, long before, int limit, @Nullable UUID butNotBy) {
        return jdbc.query(
                """
                SELECT entry.count, event.*,
                       (SELECT array_agg(shown.patient_id) FROM audit_event_patient shown
                         WHERE shown.event_id = event.id) AS shown
                  FROM audit_log_patient patient
                  JOIN audit_log_patient_entry entry ON entry.patient_place = patient.place
                  JOIN audit_log_leaf leaf ON leaf.place = entry.leaf_place
                  JOIN audit_event event ON event.id = leaf.event_id
                 WHERE patient.patient_id = ? AND entry.count < ? AND event.actor IS DISTINCT FROM ?::uuid
                 ORDER BY entry.count DESC LIMIT ?
                """,
                (row, number) -> new Entry(row.getLong("count"), RecordedRows.read(row)),
                patient,
                before,
                butNotBy,
                limit);
    }

    /// The hashes of the tree as stored.
    public Nodes nodes() {
        return this::node;
    }

    /// @param key a SubjectPublicKeyInfo
    public void addKey(String id, byte[] key) {
        jdbc.update("INSERT INTO audit_log_key (id, public_key) VALUES (?, ?) ON CONFLICT DO NOTHING", id, key);
    }

    public List<byte[]> keys() {
        return jdbc.query(
                "SELECT public_key FROM audit_log_key ORDER BY id", (row, number) -> row.getBytes("public_key"));
    }

    public Optional<byte[]> key(String id) {
        return jdbc
                .query(
                        "SELECT public_key FROM audit_log_key WHERE id = ?",
                        (row, number) -> row.getBytes("public_key"),
                        id)
                .stream()
                .findFirst();
    }

    /// Another instance may have been as fast.
    public void addCheckpoint(long size, String note) {
        jdbc.update("INSERT INTO audit_checkpoint (size, note) VALUES (?, ?) ON CONFLICT DO NOTHING", size, note);
    }

    public Optional<String> newestCheckpoint() {
        return jdbc.query("SELECT note FROM audit_checkpoint ORDER BY size DESC LIMIT 1", NOTE).stream()
                .findFirst();
    }

    public Optional<String> checkpoint(long size) {
        return jdbc.query("SELECT note FROM audit_checkpoint WHERE size = ?", NOTE, size).stream()
                .findFirst();
    }

    /// Says what goes out next: up to the largest checkpoint that is at most so many rows away, or else the nearest.
    ///
    /// @return whether there was anything
    public boolean planExport(long rows) {
        return jdbc.update("""
                        WITH done AS (SELECT coalesce(max(to_size), 0) AS size FROM audit_export)
                        INSERT INTO audit_export (from_size, to_size)
                        SELECT done.size, next.size FROM done, LATERAL (
                          SELECT size FROM audit_checkpoint WHERE size > done.size
                           ORDER BY size > done.size + ?, CASE WHEN size > done.size + ? THEN size ELSE -size END
                           LIMIT 1) next
                        ON CONFLICT DO NOTHING
                        """, rows, rows) > 0;
    }

    /// Those that end after this size, oldest first.
    public List<Export> exportsAfter(long size, int limit) {
        return jdbc.query(
                """
                SELECT from_size, to_size, note FROM audit_export JOIN audit_checkpoint ON size = to_size
                 WHERE to_size > ? ORDER BY to_size LIMIT ?
                """,
                (row, number) -> new Export(row.getLong("from_size"), row.getLong("to_size"), row.getString("note")),
                size,
                limit);
    }

    public List<Leaf> leaves(long from, long to) {
        return jdbc.query(
                "SELECT * FROM audit_log_leaf WHERE place >= ? AND place < ? ORDER BY place",
                (row, number) -> new Leaf(
                        row.getLong("place"), row.getObject("event_id", UUID.class), Hash.of(row.getBytes("hash"))),
                from,
                to);
    }

    private Hash node(int level, long index) {
        var above = level % STORED_LEVELS;
        var stored = level - above;
        var count = 1L << above;
        var begin = index << above;
        var hashes = stored == 0
                ? hashes("SELECT hash FROM audit_log_leaf WHERE place >= ? AND place < ? ORDER BY place", begin, count)
                : hashes(
                        "SELECT hash FROM audit_log_node WHERE level = " + stored
                                + " AND position >= ? AND position < ? ORDER BY position",
                        begin,
                        count);
        if (hashes.size() < count) {
            throw new IncompleteLog(level, index);
        }
        var tree = Frontier.empty();
        hashes.forEach(tree::add);
        return tree.root();
    }

    /// A leaf with its row; null when the trail does not have it.
    public record StoredLeaf(Leaf leaf, @Nullable RecordedEvent row) {}

    public List<StoredLeaf> leavesWithRows(long from, long to) {
        var leaves = leaves(from, to);
        var rows = rows(leaves.stream().map(Leaf::event).toList()).stream()
                .collect(Collectors.toMap(row -> row.event().id(), row -> row));
        return leaves.stream()
                .map(leaf -> new StoredLeaf(leaf, rows.get(leaf.event())))
                .toList();
    }

    public List<RecordedEvent> rows(Collection<UUID> ids) {
        var wanted = ids.toArray(UUID[]::new);
        return jdbc.query("""
                SELECT event.*, shown
                  FROM audit_event event
                  LEFT JOIN (SELECT event_id, array_agg(patient_id) AS shown FROM audit_event_patient
                              WHERE event_id = ANY (?) GROUP BY event_id) list ON event_id = id
                 WHERE id = ANY (?) ORDER BY id
                """, (row, number) -> RecordedRows.read(row), wanted, wanted);
    }

    /// A link with whose it is.
    public record PatientLink(Patient patient, Link link) {}

    /// In the order of the log.
    public List<PatientLink> links(long from, long to) {
        return jdbc.query(
                """
                SELECT patient.*, entry.count, entry.leaf_place, entry.chain_end
                  FROM audit_log_patient_entry entry JOIN audit_log_patient patient ON place = patient_place
                 WHERE leaf_place >= ? AND leaf_place < ? ORDER BY leaf_place, patient_place
                """,
                (row, number) -> {
                    var standing = standing(row);
                    return new PatientLink(
                            standing.patient(),
                            new Link(standing.patient().place(), standing.head(), row.getLong("leaf_place")));
                },
                from,
                to);
    }

    /// Of sizes above this one, in their order.
    public List<String> checkpointsAfter(long size) {
        return jdbc.query("SELECT note FROM audit_checkpoint WHERE size > ? ORDER BY size", NOTE, size);
    }

    /// Sizes of the log up to which rows were pruned, as the trail says.
    public List<Long> prunings() {
        return jdbc.query(
                """
                SELECT DISTINCT subject_id FROM audit_event
                 WHERE action = ? AND outcome = 'GRANTED' AND actor_roles = 'SYSTEM' AND subject_id IS NOT NULL
                """, (row, number) -> row.getObject("subject_id", UUID.class).getLeastSignificantBits(), PRUNING);
    }

    /// The place of the newest row of before then that is in the log; empty when there is none.
    public Optional<Long> newestPlaceBefore(Instant time) {
        return jdbc.query("""
                        SELECT place FROM audit_event JOIN audit_log_leaf ON event_id = id
                         WHERE at < ? ORDER BY at DESC LIMIT 1
                        """, (row, number) -> row.getLong("place"), Timestamp.from(time)).stream()
                .findFirst();
    }

    /// Of sizes up to this one, the largest first.
    public List<String> checkpointsUpTo(long size, int limit) {
        return jdbc.query(
                "SELECT note FROM audit_checkpoint WHERE size <= ? ORDER BY size DESC LIMIT ?", NOTE, size, limit);
    }

    /// Whether there are rows of before then at places below this one.
    public boolean holdsRowsBelow(long place, Instant time) {
        return Boolean.TRUE.equals(jdbc.queryForObject("""
                SELECT EXISTS (SELECT 1 FROM audit_event JOIN audit_log_leaf ON event_id = id WHERE at < ? AND place < ?)
                """, Boolean.class, Timestamp.from(time), place));
    }

    /// The oldest rows below this place, with the patients of their lists. The database leaves what is younger than six
    /// calendar years by its own clock.
    ///
    /// @return how many rows
    public int prune(long place, int limit) {
        var gone = jdbc.queryForObject("SELECT audit_prune(?, ?)", Integer.class, place, limit);
        return gone == null ? 0 : gone;
    }

    /// A patient's chain as it was after so many entries.
    public Optional<PatientHead> headAfter(long patientPlace, long count) {
        return jdbc
                .query(
                        "SELECT count, chain_end FROM audit_log_patient_entry WHERE patient_place = ? AND count = ?",
                        (row, number) -> new PatientHead(row.getLong("count"), Hash.of(row.getBytes("chain_end"))),
                        patientPlace,
                        count)
                .stream()
                .findFirst();
    }

    /// A name by which other connections see what this transaction sees, while it is open.
    public String exportSnapshot() {
        return Objects.requireNonNull(jdbc.queryForObject("SELECT pg_export_snapshot()", String.class));
    }

    public long waiting() {
        return number("SELECT count(*) FROM audit_unsequenced");
    }

    /// Rows that are neither in the log nor wait for it.
    public List<UUID> astray(int limit) {
        return jdbc.query("""
                SELECT id FROM audit_event event
                 WHERE NOT EXISTS (SELECT 1 FROM audit_log_leaf WHERE event_id = event.id)
                   AND NOT EXISTS (SELECT 1 FROM audit_unsequenced WHERE event_id = event.id)
                 ORDER BY id LIMIT ?
                """, (row, number) -> row.getObject("id", UUID.class), limit);
    }

    /// False in a database that no version with a log has opened yet.
    public boolean exists() {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("SELECT to_regclass('audit_log_leaf') IS NOT NULL", Boolean.class));
    }

    /// Leaves or nodes that must be there are not.
    public static final class IncompleteLog extends RuntimeException {

        IncompleteLog(int level, long index) {
            super("the log lacks what is below node " + index + " of level " + level);
        }
    }

    private List<Hash> hashes(String query, long begin, long count) {
        return jdbc.query(query, (row, number) -> Hash.of(row.getBytes("hash")), begin, begin + count);
    }

    private long number(String query) {
        var found = jdbc.queryForObject(query, Long.class);
        return found == null ? 0 : found;
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                new Patient(
                        row.getLong("place"), row.getObject("patient_id", UUID.class), Hash.of(row.getBytes("blind"))),
                new PatientHead(row.getLong("count"), Hash.of(row.getBytes("chain_end"))));
    }

    @FunctionalInterface
    private interface Filling {

        void fill(PreparedStatement statement) throws SQLException;
    }

    private void update(String sql, Filling filling) {
        jdbc.update((Connection connection) -> {
            var statement = connection.prepareStatement(sql);
            filling.fill(statement);
            return statement;
        });
    }

    private static <T> Array longs(PreparedStatement statement, List<T> all, ToLongFunction<T> one)
            throws SQLException {
        return array(statement, "bigint", all.stream().map(one::applyAsLong));
    }

    private static Array hashes(PreparedStatement statement, Stream<Hash> hashes) throws SQLException {
        return statement
                .getConnection()
                .createArrayOf("bytea", hashes.map(Hash::bytes).toArray(byte[][]::new));
    }

    private static Array array(PreparedStatement statement, String type, Stream<?> values) throws SQLException {
        return statement.getConnection().createArrayOf(type, values.toArray());
    }
}
