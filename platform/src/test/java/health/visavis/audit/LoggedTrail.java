package health.visavis.audit;

import health.visavis.MutableClock;
import health.visavis.TestDatabase;
import health.visavis.audit.AuditEvent.Outcome;
import health.visavis.audit.store.AuditLog;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import health.visavis.kernel.TimeOrderedId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A database with nothing but the trail and its log, opened as its superuser: for what somebody with that power does.
final class LoggedTrail {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final LogSettings SETTINGS = new LogSettings("visavis-audit", Duration.ZERO, Duration.ZERO);

    final String name;
    final DataSource database;
    final JdbcTemplate jdbc;
    final TransactionTemplate transaction;
    final AuditTrail trail;
    final MutableClock clock = new MutableClock();

    private LoggedTrail(String name) {
        this.name = name;
        this.database = TestDatabase.asSuperuser(name);
        this.jdbc = new JdbcTemplate(database);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        this.trail = new AuditTrail(jdbc);
    }

    /// As a version without a log left it.
    static LoggedTrail beforeTheLog() {
        var name = freshName();
        new JdbcTemplate(TestDatabase.asSuperuser()).execute("CREATE DATABASE " + name);
        var made = new LoggedTrail(name);
        made.migrate("V001__create_audit_event.sql");
        return made;
    }

    static LoggedTrail empty() {
        var made = beforeTheLog();
        made.beginLog();
        return made;
    }

    void beginLog() {
        migrate("V002__create_audit_log.sql");
        migrate("V003__prune_after_six_years.sql");
    }

    /// As a backup is put back into another place.
    LoggedTrail copy() {
        var copy = freshName();
        new JdbcTemplate(TestDatabase.asSuperuser()).execute("CREATE DATABASE " + copy + " TEMPLATE " + name);
        return new LoggedTrail(copy);
    }

    LogRound round(@Nullable CheckpointSigner signer, CheckpointWitness... witnesses) {
        return round(new AuditLog(jdbc), signer, witnesses);
    }

    LogRound round(AuditLog log, @Nullable CheckpointSigner signer, CheckpointWitness... witnesses) {
        return new LogRound(log, transaction, signer, Arrays.asList(witnesses), SETTINGS, clock);
    }

    VerificationReport verified(CheckpointWitness... witnesses) {
        return AuditVerification.of(database, Arrays.asList(witnesses)).verify(List.of(), rows -> {});
    }

    /// Rows about this patient, and about nobody.
    List<AuditEvent> write(int rows, @Nullable PatientId patient) {
        var written = new ArrayList<AuditEvent>();
        for (var number = 0; number < rows; number++) {
            var event = event(patient);
            transaction.executeWithoutResult(open -> trail.record(event));
            written.add(event);
        }
        return written;
    }

    AuditEvent writeList(PatientId... shown) {
        var event = event(null);
        transaction.executeWithoutResult(open -> {
            trail.record(event);
            trail.touched(event.id(), List.of(shown));
        });
        return event;
    }

    UUID rowAt(long place) {
        return jdbc.queryForObject("SELECT event_id FROM audit_log_leaf WHERE place = ?", UUID.class, place);
    }

    static AuditEvent event(@Nullable PatientId patient) {
        var number = NUMBER.incrementAndGet();
        return new AuditEvent(
                TimeOrderedId.next(),
                NOON.plusMillis(number),
                PersonId.next(),
                "DOCTOR",
                "read-chart",
                Outcome.GRANTED,
                "related",
                patient,
                TimeOrderedId.next(),
                "192.0.2.7",
                "session-" + number,
                "instance");
    }

    private void migrate(String script) {
        try {
            jdbc.execute(
                    new ClassPathResource("db/migration/audit/" + script).getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static String freshName() {
        return "audit_log_" + NUMBER.incrementAndGet();
    }
}
