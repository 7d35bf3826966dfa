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
                "DELETE FROM audit_event_patient"
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
