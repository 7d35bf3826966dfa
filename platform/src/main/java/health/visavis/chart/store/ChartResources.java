package health.visavis.chart.store;

import health.visavis.access.PatientRows;
import health.visavis.access.Sensitivity;
import health.visavis.chart.Change;
import health.visavis.chart.Chart;
import health.visavis.chart.ChartEntry;
import health.visavis.chart.ImportedResource;
import health.visavis.chart.ResourceType;
import health.visavis.kernel.Algorithms;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.TimeOrderedId;
import health.visavis.keys.PatientCipher;
import health.visavis.keys.RowContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The table of sealed resources.
@Component
public class ChartResources {

    private static final int BATCH = 500;

    private static final String TABLE = "chart_resource";

    /// What a resource is known by within one patient's chart.
    private record Key(ResourceType type, String resourceId) {}

    private record Known(UUID id, byte[] digest) {}

    private record Row(UUID id, ImportedResource resource, byte[] digest) {}

    /// A document and what it says.
    public record OpenedDocument(ChartEntry.Document document, String text) {}

    private final JdbcClient jdbc;
    private final PatientRows rows;
    private final PatientCipher cipher;
    private final Clock clock;

    ChartResources(JdbcClient jdbc, PatientRows rows, PatientCipher cipher, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.cipher = cipher;
        this.clock = clock;
    }

    /// Adds what is new, replaces what is different, leaves what is the same. Whether it is the same is told by
    /// a digest that lies under the seal with the entry, so that the table does not show which patients have
    /// something in common.
    public List<Change> keep(PatientId patient, List<ImportedResource> imported) {
        var known = known(patient, imported);
        var changes = new ArrayList<Change>(imported.size());
        var added = new HashMap<UUID, Row>();
        var replaced = new HashMap<UUID, Row>();
        for (var resource : imported) {
            var key = new Key(resource.type(), resource.resourceId());
            var digest = digest(resource);
            var before = known.get(key);
            if (before == null) {
                var id = TimeOrderedId.next();
                added.put(id, new Row(id, resource, digest));
                known.put(key, new Known(id, digest));
                changes.add(Change.CREATED);
            } else if (MessageDigest.isEqual(before.digest(), digest)) {
                changes.add(Change.UNCHANGED);
            } else {
                var row = new Row(before.id(), resource, digest);
                (added.containsKey(row.id()) ? added : replaced).put(row.id(), row);
                known.put(key, new Known(row.id(), digest));
                changes.add(Change.UPDATED);
            }
        }
        add(patient, List.copyOf(added.values()));
        replace(patient, List.copyOf(replaced.values()));
        return changes;
    }

    /// @param clearance what is more sensitive is not opened
    public List<Chart.Filed> entries(PatientId patient, Sensitivity clearance) {
        return rows.sql("""
                        SELECT id, sensitivity, sealed_entry FROM chart_resource
                        WHERE patient_id = ? AND sensitivity = ANY(?)
                        """)
                .param(patient.value())
                .param(clearance.andBelow().stream().map(Sensitivity::name).toArray(String[]::new))
                .query((row, number) -> {
                    var id = row.getObject("id", UUID.class);
                    return new Chart.Filed(
                            id,
                            open(patient, id, row.getBytes("sealed_entry")).entry(),
                            Sensitivity.valueOf(row.getString("sensitivity")));
                })
                .list();
    }

    /// How many entries there are of each, as far as the transaction sees them.
    public Map<Sensitivity, Long> counts(PatientId patient) {
        var counts = new EnumMap<Sensitivity, Long>(Sensitivity.class);
        rows.sql("SELECT sensitivity, count(*) FROM chart_resource WHERE patient_id = ? GROUP BY sensitivity")
                .param(patient.value())
                .query(row -> {
                    counts.put(Sensitivity.valueOf(row.getString(1)), row.getLong(2));
                });
        return counts;
    }

    /// Empty where there is no such document, or none whose text is held. Asked before it is decided about.
    public Optional<Sensitivity> sensitivityOfDocument(PatientId patient, UUID id) {
        return jdbc.sql("SELECT label FROM chart_document_sensitivity(?, ?) label WHERE label IS NOT NULL")
                .params(patient.value(), id)
                .query((row, number) -> Sensitivity.valueOf(row.getString(1)))
                .optional();
    }

    public OpenedDocument openDocument(PatientId patient, UUID id) {
        return rows.sql("SELECT sealed_entry, sealed_text FROM chart_resource WHERE id = ? AND patient_id = ?")
                .params(id, patient.value())
                .query((row, number) -> {
                    var entry = (ChartEntry.Document)
                            open(patient, id, row.getBytes("sealed_entry")).entry();
                    var text = Deflated.unpack(cipher.decrypt(patient, place("text", id), row.getBytes("sealed_text")));
                    return new OpenedDocument(entry, new String(text, StandardCharsets.UTF_8));
                })
                .single();
    }

    /// Nobody when two sources gave the same id to different patients.
    public Optional<PatientId> patientWithResource(String resourceId) {
        var patients = jdbc.sql("SELECT chart_patients_with_resource(?)")
                .param(resourceId)
                .query(UUID.class)
                .list();
        return patients.size() == 1 ? Optional.of(new PatientId(patients.getFirst())) : Optional.empty();
    }

    private Map<Key, Known> known(PatientId patient, List<ImportedResource> imported) {
        var ids = imported.stream().map(ImportedResource::resourceId).distinct().toArray(String[]::new);
        var known = new HashMap<Key, Known>();
        rows.sql("""
                        SELECT id, type, resource_id, sealed_entry FROM chart_resource
                        WHERE patient_id = ? AND resource_id = ANY(?)
                        """).params(patient.value(), ids).query(row -> {
            var id = row.getObject("id", UUID.class);
            var type = ResourceType.ofCode(row.getString("type")).orElseThrow();
            var digest = open(patient, id, row.getBytes("sealed_entry")).digest();
            known.put(new Key(type, row.getString("resource_id")), new Known(id, digest));
        });
        return known;
    }

    private void add(PatientId patient, List<Row> changed) {
        rows.batch("""
                INSERT INTO chart_resource
                  (encounter_ref, clinician_id, occurred_at, sensitivity, sealed_entry, sealed_source, sealed_text,
                   recorded_at, id, patient_id, type, resource_id)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, changed, BATCH, (statement, row) -> {
            content(statement, patient, row);
            statement.setObject(10, patient.value());
            statement.setString(11, row.resource().type().code());
            statement.setString(12, row.resource().resourceId());
        });
    }

    private void replace(PatientId patient, List<Row> changed) {
        rows.batch("""
                UPDATE chart_resource
                SET encounter_ref = ?, clinician_id = ?, occurred_at = ?, sensitivity = ?, sealed_entry = ?,
                    sealed_source = ?, sealed_text = ?, recorded_at = ?
                WHERE id = ?
                """, changed, BATCH, (statement, row) -> content(statement, patient, row));
    }

    private void content(PreparedStatement statement, PatientId patient, Row row) throws SQLException {
        var resource = row.resource();
        var on = resource.entry().on();
        statement.setString(1, resource.encounterRef());
        statement.setObject(
                2, resource.clinician() == null ? null : resource.clinician().value(), Types.OTHER);
        statement.setTimestamp(3, on == null ? null : Timestamp.from(on.at()));
        statement.setString(4, resource.sensitivity().name());
        statement.setBytes(5, seal(patient, "entry", row.id(), EntryFormat.write(row.digest(), resource.entry())));
        statement.setBytes(6, seal(patient, "source", row.id(), Deflated.pack(resource.source())));
        statement.setBytes(7, sealedText(patient, row.id(), resource.text()));
        statement.setTimestamp(8, Timestamp.from(clock.instant()));
        statement.setObject(9, row.id());
    }

    private byte @Nullable [] sealedText(PatientId patient, UUID id, byte @Nullable [] text) {
        return text == null ? null : seal(patient, "text", id, Deflated.pack(text));
    }

    private byte[] seal(PatientId patient, String column, UUID id, byte[] plain) {
        return cipher.encrypt(patient, place(column, id), plain);
    }

    private EntryFormat.Opened open(PatientId patient, UUID id, byte[] sealed) {
        return EntryFormat.read(cipher.decrypt(patient, place("entry", id), sealed));
    }

    private static RowContext place(String column, UUID id) {
        return RowContext.of(TABLE, "sealed_" + column, id);
    }

    /// Over the source and over our reading of it: a better mapper makes old rows be written again, and so does a label
    /// that rows of before labels do not have.
    private static byte[] digest(ImportedResource resource) {
        try {
            var digest = Algorithms.inUse().digest("SHA-256");
            digest.update(resource.source());
            digest.update(EntryFormat.write(new byte[32], resource.entry()));
            digest.update(String.valueOf(resource.clinician()).getBytes(StandardCharsets.UTF_8));
            if (resource.sensitivity() != Sensitivity.ORDINARY) {
                digest.update(resource.sensitivity().name().getBytes(StandardCharsets.UTF_8));
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("SHA-256 is not available", missing);
        }
    }
}
