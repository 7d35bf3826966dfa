package health.visavis.scheduling.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import health.visavis.PlatformTest;
import health.visavis.kernel.Requirement;
import health.visavis.people.PeopleFixtures;
import health.visavis.scheduling.SchedulingFixtures;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.BatchUpdateException;
import java.util.List;
import java.util.UUID;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

/// PostgreSQL explains a broken constraint with the row that broke it. That explanation must not reach a log.
@PlatformTest
@ExtendWith(OutputCaptureExtension.class)
class ConstraintErrorModuleTest {

    private static final String COPY = """
            INSERT INTO appointment (id, patient_id, clinician_id, request_id, requested_by, slot, clinic_zone, clinic_wall_start,
              state, state_since, reason_sealed)
            SELECT ?, ?, clinician_id, ?, requested_by, slot, clinic_zone, clinic_wall_start, ?, state_since, ?
            FROM appointment WHERE id = ?
            """;

    private static final String SECRET = "told-nobody-but-you";

    @Autowired
    SchedulingFixtures scheduling;

    @Autowired
    PeopleFixtures people;

    @Autowired
    JdbcTemplate asApplication;

    @Test
    @Requirement("APP-16")
    void aBrokenExclusionConstraintLeavesNoPatientInTheLog(CapturedOutput log) {
        var patient = UUID.randomUUID();
        var violation = catchThrowable(() -> asApplication.update(COPY, row(patient, "REQUESTED")));

        assertThat(violation).isInstanceOf(DataIntegrityViolationException.class);
        assertThat(ViolatedConstraint.of((DataIntegrityViolationException) violation))
                .isEqualTo(ViolatedConstraint.CLINICIAN_NOT_DOUBLE_BOOKED);
        saysNothingOf(patient, violation, log);
    }

    @Test
    @Requirement("APP-16")
    void aBrokenBatchLeavesNoPatientInTheLog(CapturedOutput log) {
        var patient = UUID.randomUUID();
        var violation = catchThrowable(
                () -> asApplication.batchUpdate(COPY, List.of(row(patient, "REQUESTED"), row(patient, "REQUESTED"))));

        assertThat(violation).hasRootCauseInstanceOf(org.postgresql.util.PSQLException.class);
        saysNothingOf(patient, violation, log);
    }

    @Test
    @Requirement("APP-16")
    void aBrokenCheckLeavesNoPatientInTheLogAndStaysAFailure(CapturedOutput log) {
        var patient = UUID.randomUUID();
        var violation = catchThrowable(() -> asApplication.update(COPY, row(patient, "IMAGINED")));

        assertThat(ViolatedConstraint.of((DataIntegrityViolationException) violation))
                .isEqualTo(ViolatedConstraint.ANOTHER);
        saysNothingOf(patient, violation, log);
    }

    private Object[] row(UUID patient, String state) {
        var existing = scheduling.requestedBy(people.patient(), scheduling.doctorWithHours());
        return new Object[] {
            UUID.randomUUID(),
            patient,
            UUID.randomUUID(),
            state,
            SECRET.getBytes(),
            existing.id().value()
        };
    }

    private void saysNothingOf(UUID patient, Throwable violation, CapturedOutput log) {
        LogFactory.getLog(getClass()).error("as our exception handler would log it", violation);
        var printed = new StringWriter();
        violation.printStackTrace(new PrintWriter(printed));
        for (Throwable each = violation; each != null; each = each.getCause()) {
            if (each instanceof BatchUpdateException batch && batch.getNextException() != null) {
                batch.getNextException().printStackTrace(new PrintWriter(printed));
            }
        }
        assertThat(log.getAll() + printed)
                .contains("as our exception handler would log it")
                .doesNotContain(patient.toString())
                .doesNotContain(SECRET)
                .doesNotContain("Failing row")
                .doesNotContain("existing key");
    }
}
