package health.visavis.audit.store;

import health.visavis.audit.AuditEvent;
import health.visavis.audit.AuditEvent.Outcome;
import health.visavis.audit.RecordedEvent;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/// Rows of the trail as they are read.
public final class RecordedRows {

    private RecordedRows() {}

    public static AuditEvent event(ResultSet row) throws SQLException {
        var patient = row.getObject("patient_id", UUID.class);
        return new AuditEvent(
                row.getObject("id", UUID.class),
                row.getTimestamp("at").toInstant(),
                new PersonId(row.getObject("actor", UUID.class)),
                row.getString("actor_roles"),
                row.getString("action"),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("reason"),
                patient == null ? null : new PatientId(patient),
                row.getObject("subject_id", UUID.class),
                row.getString("address"),
                row.getString("session"),
                row.getString("instance"));
    }

    /// @param row with the patients of its list as the array `shown`, or null
    public static RecordedEvent read(ResultSet row) throws SQLException {
        var shown = row.getArray("shown");
        return new RecordedEvent(event(row), shown == null ? List.of() : List.of((UUID[]) shown.getArray()));
    }
}
