package health.visavis.audit;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.audit.AuditEvent.Outcome;
import health.visavis.audit.Finding.CutOff;
import health.visavis.audit.Finding.Deleted;
import health.visavis.audit.domain.Hash;
import health.visavis.audit.domain.PatientHead;
import health.visavis.audit.store.AuditLog;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import health.visavis.kernel.Requirement;
import health.visavis.kernel.TimeOrderedId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A trail that began eight calendar years ago, by a clock that was moved; the database's own clock says today.
class TrailPruningModuleTest {

    private static final PatientId PATIENT = PatientId.next();
    private static final MemorySigner SIGNER = new MemorySigner();
    private static final Instant EIGHT_YEARS_AGO =
            TrailPruning.keptFrom(Instant.now()).minus(Duration.ofDays(400));
    private static final Instant LAST_OF_ITS_YEAR =
            TrailPruning.keptFrom(Instant.now()).minus(Duration.ofMinutes(5));
    private static final Instant FIRST_THAT_IS_KEPT =
            TrailPruning.keptFrom(Instant.now()).plusSeconds(60);

    private LoggedTrail trail;
    private MemoryWitness witness;
    private TrailPruning pruning;

    @BeforeEach
    void eightYearsOfRows() {
        trail = LoggedTrail.empty();
        witness = new MemoryWitness();
        pruning = new TrailPruning(new AuditLog(trail.jdbc), trail.clock);
        write(EIGHT_YEARS_AGO, PATIENT);
        write(EIGHT_YEARS_AGO.plusSeconds(1), PatientId.next());
        write(LAST_OF_ITS_YEAR, PATIENT);
        write(FIRST_THAT_IS_KEPT, PATIENT);
        trail.clock.reset();
        write(trail.clock.instant(), PATIENT);
    }

    @Test
    void nothingIsDueUntilTheSixthCalendarYearIsOver() {
        trail.clock.moveTo(LAST_OF_ITS_YEAR.atZone(ZoneOffset.UTC).plusYears(6).toInstant());
        assertThat(pruning.due()).hasValue(2L);
        trail.clock.moveTo(EIGHT_YEARS_AGO.plus(Duration.ofDays(365 * 5)));
        assertThat(pruning.due()).isEmpty();

        trail.clock.reset();

        assertThat(pruning.due()).hasValue(3L);
    }

    @Test
    @Requirement("AUD-04")
    void whatIsOldGoesAndEveryProofOfWhatIsKeptHolds() {
        var root = witness.copy();

        assertThat(prune(3)).isEqualTo(3);
        trail.round(SIGNER, witness).make();

        assertThat(trail.jdbc.queryForObject("SELECT count(*) FROM audit_event", Long.class))
                .isEqualTo(3);
        assertThat(trail.jdbc.queryForObject("SELECT count(*) FROM audit_log_leaf", Long.class))
                .isEqualTo(6);
        assertThat(pruning.due()).isEmpty();
        var report = trail.verified(witness);
        assertThat(report.findings()).isEmpty();
        assertThat(report.pruned()).isEqualTo(3);
        assertThat(trail.verified(root).findings()).isEmpty();
    }

    @Test
    void inPiecesItIsTheSame() {
        assertThat(prune(2)).isEqualTo(2);
        assertThat(pruning.due()).hasValue(3L);
        assertThat(prune(2)).isEqualTo(1);
        trail.round(SIGNER, witness).make();

        assertThat(trail.verified(witness).findings()).isEmpty();
        assertThat(trail.verified(witness).pruned()).isEqualTo(3);
    }

    /// Verified from where the chain stood when the older entries went.
    @Test
    void aPatientsEntriesAreProvedFromTheFirstThatIsKept() {
        prune(3);
        trail.round(SIGNER, witness).make();

        var proof = new PatientTrail(new AuditLog(trail.jdbc))
                .proofWithoutPermissionCheck(PATIENT)
                .orElseThrow();

        assertThat(proof.earlier()).isEqualTo(2);
        assertThat(proof.entries()).hasSize(2);
        var head = new PatientHead(proof.earlier(), Hash.parse(proof.earlierEnd()));
        for (var place : new long[] {3, 4}) {
            head = head.with(leaf(place));
        }
        assertThat(head)
                .isEqualTo(new AuditLog(trail.jdbc).headAfter(proof.place(), 4).orElseThrow());
    }

    @Test
    @Requirement("AUD-01")
    void whoDeletesWithoutSayingSoIsFound() {
        var row = trail.rowAt(1);
        trail.jdbc.update("DELETE FROM audit_event WHERE id = ?", row);

        assertThat(trail.verified(witness).findings()).containsExactly(new Deleted(1, 2, row, row));
    }

    /// A row that says so is not enough: the checkpoint of that size was signed too late.
    @Test
    @Requirement("AUD-01")
    void whoSaysThatYoungRowsWereOldIsFound() {
        var row = trail.rowAt(4);
        say(5, trail.clock.instant().plus(Duration.ofDays(365 * 20)));
        trail.jdbc.update("DELETE FROM audit_event WHERE id = ?", row);
        trail.round(SIGNER, witness).make();

        assertThat(trail.verified(witness).findings()).containsExactly(new Deleted(4, 5, row, row));
    }

    @Test
    void aCheckpointThatNobodySignedProvesNoAge() {
        prune(3);
        trail.round(SIGNER, witness).make();
        trail.jdbc.update(
                "UPDATE audit_checkpoint SET note = (SELECT note FROM audit_checkpoint WHERE size = 2) WHERE size = 3");

        assertThat(trail.verified(witness).findings())
                .isNotEmpty()
                .allMatch(finding -> finding instanceof Deleted || finding instanceof CutOff);
    }

    /// An application whose clock is wrong, or that was broken into.
    @Test
    void theDatabaseDeletesNothingThatIsYoungerWhateverItIsTold() {
        trail.clock.moveTo(trail.clock.instant().plus(Duration.ofDays(365 * 20)));
        assertThat(pruning.due()).hasValue(5L);

        assertThat(trail.transaction.<Integer>execute(open -> pruning.pruneWithoutPermissionCheck(5, 100)))
                .isEqualTo(3);

        assertThat(trail.jdbc.queryForList(
                        "SELECT place FROM audit_log_leaf JOIN audit_event ON event_id = id ORDER BY place",
                        Long.class))
                .containsExactly(3L, 4L);
    }

    private int prune(int limit) {
        var size = pruning.due().orElseThrow();
        say(size, trail.clock.instant());
        var gone = trail.transaction.<Integer>execute(open -> pruning.pruneWithoutPermissionCheck(size, limit));
        return gone == null ? 0 : gone;
    }

    private void say(long size, Instant at) {
        record(at, "prune-trail", "SYSTEM", null, TrailPruning.subject(size));
    }

    /// Each with a checkpoint of its own, at its own time.
    private void write(Instant at, PatientId patient) {
        trail.clock.moveTo(at);
        record(at, "read-chart", "DOCTOR", patient, null);
        trail.round(SIGNER, witness).make();
    }

    private void record(Instant at, String action, String roles, @Nullable PatientId patient, @Nullable UUID subject) {
        var event = new AuditEvent(
                TimeOrderedId.next(),
                at,
                PersonId.next(),
                roles,
                action,
                Outcome.GRANTED,
                "any",
                patient,
                subject,
                "192.0.2.7",
                "session",
                "instance");
        trail.transaction.executeWithoutResult(open -> trail.trail.record(event));
    }

    private Hash leaf(long place) {
        return Hash.of(
                trail.jdbc.queryForObject("SELECT hash FROM audit_log_leaf WHERE place = ?", byte[].class, place));
    }
}
