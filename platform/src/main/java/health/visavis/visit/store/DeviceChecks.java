package health.visavis.visit.store;

import health.visavis.access.PatientRows;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PersonId;
import health.visavis.kernel.TimeSlot;
import health.visavis.kernel.VisitId;
import health.visavis.visit.DeviceFindings;
import health.visavis.visit.DeviceFindings.Cause;
import health.visavis.visit.DeviceFindings.Dated;
import health.visavis.visit.DeviceFindings.Finding;
import health.visavis.visit.DeviceFindings.Verdict;
import health.visavis.visit.DeviceFindings.Way;
import health.visavis.visit.domain.Seat;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
public class DeviceChecks {

    private final JdbcClient jdbc;
    private final PatientRows rows;

    DeviceChecks(JdbcClient jdbc, PatientRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    public void add(PersonId person, String session, Instant at) {
        jdbc.sql("""
                        INSERT INTO device_check (person_id, session, checked_at) VALUES (?, ?, ?)
                        ON CONFLICT (person_id, session) DO UPDATE SET checked_at = excluded.checked_at
                        """).params(person.value(), session, Timestamp.from(at)).update();
    }

    public Optional<Instant> last(PersonId person, String session) {
        return jdbc.sql("SELECT checked_at FROM device_check WHERE person_id = ? AND session = ?")
                .params(person.value(), session)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    public void forgetBefore(Instant at) {
        jdbc.sql("DELETE FROM device_check WHERE checked_at < ?")
                .param(Timestamp.from(at))
                .update();
    }

    /// The last check of a person before a visit is the one that counts.
    public void keep(VisitId visit, PersonId person, Seat.Part part, Dated found) {
        var findings = found.findings();
        jdbc.sql("""
                        INSERT INTO device_finding
                          (visit_id, person_id, part, checked_at, camera, camera_cause, voice, voice_cause, speaker, speaker_cause,
                           network, network_cause, way, round_trip_ms, kbit, devices)
                        VALUES (:visit, :person, :part, :at, :camera, :cameraCause, :voice, :voiceCause, :speaker, :speakerCause,
                                :network, :networkCause, :way, :roundTrip, :kbit, :devices)
                        ON CONFLICT (visit_id, person_id) DO UPDATE SET
                          checked_at = excluded.checked_at, camera = excluded.camera, camera_cause = excluded.camera_cause,
                          voice = excluded.voice, voice_cause = excluded.voice_cause, speaker = excluded.speaker,
                          speaker_cause = excluded.speaker_cause, network = excluded.network,
                          network_cause = excluded.network_cause, way = excluded.way,
                          round_trip_ms = excluded.round_trip_ms, kbit = excluded.kbit, devices = excluded.devices
                        """)
                .param("visit", visit.value())
                .param("person", person.value())
                .param("part", part.name())
                .param("at", Timestamp.from(found.checkedAt()))
                .param("camera", findings.camera().verdict().name())
                .param("cameraCause", findings.camera().cause().name())
                .param("voice", findings.voice().verdict().name())
                .param("voiceCause", findings.voice().cause().name())
                .param("speaker", findings.speaker().verdict().name())
                .param("speakerCause", findings.speaker().cause().name())
                .param("network", findings.network().verdict().name())
                .param("networkCause", findings.network().cause().name())
                .param("way", findings.way().name())
                .param("roundTrip", findings.roundTripMillis())
                .param("kbit", findings.kilobits())
                .param("devices", findings.devices())
                .update();
    }

    public Optional<Dated> lastFound(PersonId person) {
        return jdbc.sql("SELECT * FROM device_finding WHERE person_id = ? ORDER BY checked_at DESC LIMIT 1")
                .param(person.value())
                .query((row, number) -> dated(row))
                .optional();
    }

    /// What the patients of a clinician found before the visits of these hours.
    public Map<VisitId, Dated> ofPatients(ClinicianId clinician, TimeSlot within) {
        var found = new HashMap<VisitId, Dated>();
        rows.sql("""
                        SELECT finding.*
                          FROM device_finding finding
                          JOIN encounter ON encounter.id = finding.visit_id
                         WHERE finding.part = 'PATIENT' AND encounter.clinician_id = ? AND lower(encounter.slot) >= ? AND lower(encounter.slot) < ?
                           AND encounter.status IN ('planned', 'arrived')
                         ORDER BY finding.checked_at
                        """)
                .params(clinician.value(), Timestamp.from(within.start()), Timestamp.from(within.end()))
                .query(row -> {
                    found.put(new VisitId(row.getObject("visit_id", UUID.class)), dated(row));
                });
        return Map.copyOf(found);
    }

    public void forgetFoundBefore(Instant at) {
        jdbc.sql("DELETE FROM device_finding WHERE checked_at < ?")
                .param(Timestamp.from(at))
                .update();
    }

    private static Dated dated(ResultSet row) throws SQLException {
        return new Dated(
                new DeviceFindings(
                        finding(row, "camera"),
                        finding(row, "voice"),
                        finding(row, "speaker"),
                        finding(row, "network"),
                        Way.valueOf(row.getString("way")),
                        row.getObject("round_trip_ms", Integer.class),
                        row.getObject("kbit", Integer.class),
                        row.getString("devices")),
                row.getTimestamp("checked_at").toInstant());
    }

    private static Finding finding(ResultSet row, String part) throws SQLException {
        return new Finding(Verdict.valueOf(row.getString(part)), Cause.valueOf(row.getString(part + "_cause")));
    }
}
