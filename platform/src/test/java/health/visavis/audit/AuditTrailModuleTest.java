package health.visavis.audit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.PlatformTest;
import health.visavis.kernel.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@PlatformTest
class AuditTrailModuleTest {

    @Autowired
    JdbcTemplate asApplication;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_event SET reason = 'own'",
                "DELETE FROM audit_event",
                "TRUNCATE audit_event CASCADE",
                "DROP TABLE audit_event CASCADE",
                "ALTER TABLE audit_event DISABLE TRIGGER ALL",
                "UPDATE audit_event_patient SET patient_id = event_id",
                "DELETE FROM audit_event_patient",
                "UPDATE audit_unsequenced SET event_id = event_id",
                "UPDATE audit_log_leaf SET hash = hash",
                "DELETE FROM audit_log_leaf",
                "DELETE FROM audit_log_node",
                "UPDATE audit_log_patient SET blind = blind",
                "DELETE FROM audit_log_patient_entry",
                "UPDATE audit_checkpoint SET note = note",
                "DELETE FROM audit_checkpoint",
                "DELETE FROM audit_export",
                "UPDATE audit_log_key SET id = id",
                "ALTER TABLE audit_event DISABLE TRIGGER audit_event_waits_for_log",
                "DROP FUNCTION audit_wait_for_log CASCADE"
            })
    @Requirement("AUD-01")
    void theApplicationCannotChangeOrRemoveARow(String statement) {
        assertThatThrownBy(() -> asApplication.execute(statement))
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    @Test
    void theApplicationCanReadTheTrail() {
        assertThatCode(() -> asApplication.queryForList("SELECT id FROM audit_event LIMIT 1"))
                .doesNotThrowAnyException();
    }
}
