package health.visavis.server;

import health.visavis.TestDatabase;
import health.visavis.access.Actor;
import health.visavis.kernel.RecordingId;
import health.visavis.kernel.Sensitive;
import health.visavis.kernel.VisitId;
import health.visavis.recording.StorePart;
import health.visavis.recording.StorePart.PartDraft;
import java.nio.charset.StandardCharsets;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Recordings that have stopped.
@Component
class StoredRecordings {

    static final String CONTENT = "0123456789";

    private final StorePart storePart;
    private final JdbcTemplate database = new JdbcTemplate(TestDatabase.asSuperuser());

    StoredRecordings(StorePart storePart) {
        this.storePart = storePart;
    }

    RecordingId of(VisitId visit, Actor patient, Actor doctor) {
        var id = RecordingId.next();
        database.update(
                "INSERT INTO recording (id, visit_id, patient_id, clinician_id, state, asked_at, started_at)"
                        + " VALUES (?, ?, ?, ?, 'RUNNING', now(), now())",
                id.value(),
                visit.value(),
                patient.patient().value(),
                doctor.clinician().value());
        storePart.store(doctor, new PartDraft(id, 0, 0, Sensitive.of(CONTENT.getBytes(StandardCharsets.US_ASCII))));
        database.update(
                "UPDATE recording SET state = 'STOPPED', stopped_at = now(), stop_reason = 'BY_CLINICIAN' WHERE id = ?",
                id.value());
        return id;
    }
}
