package health.visavis.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.Crowd;
import health.visavis.audit.CheckpointWitness.WitnessAway;
import health.visavis.audit.domain.SignedCheckpoint;
import health.visavis.audit.store.AuditLog;
import health.visavis.kernel.PatientId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LogRoundModuleTest {

    private static final PatientId PATIENT = PatientId.next();

    private final MemorySigner signer = new MemorySigner();
    private final MemoryWitness witness = new MemoryWitness();

    @Test
    void theTrailOfAVersionWithoutALogVerifies() {
        var trail = LoggedTrail.beforeTheLog();
        trail.write(5, PATIENT);
        trail.writeList(PATIENT, PatientId.next());
        trail.beginLog();
        trail.write(1, PATIENT);

        trail.round(signer, witness).make();

        var report = trail.verified(witness);
        assertThat(report.findings()).isEmpty();
        assertThat(report.rows()).isEqualTo(7);
        assertThat(report.waiting()).isZero();
    }

    @Test
    void whatIsRolledBackIsNotInTheLog() {
        var trail = LoggedTrail.empty();
        trail.transaction.executeWithoutResult(open -> {
            trail.trail.record(LoggedTrail.event(PATIENT));
            open.setRollbackOnly();
        });
        trail.write(1, PATIENT);

        trail.round(signer, witness).make();

        assertThat(trail.verified(witness).rows()).isEqualTo(1);
    }

    /// More rows than a subtree that is stored, and more than a batch.
    @Test
    void aLongTrailGetsIntoTheLogInBatches() {
        var trail = LoggedTrail.empty();
        var rows = Stream.generate(() -> LoggedTrail.event(PATIENT))
                .limit(LogRound.BATCH + 300)
                .toList();
        trail.transaction.executeWithoutResult(open -> trail.trail.recordAll(rows));

        trail.round(signer, witness).make();
        trail.write(2, PATIENT);
        trail.round(signer, witness).make();

        var report = trail.verified(witness);
        assertThat(report.findings()).isEmpty();
        assertThat(report.witnessed()).isEqualTo(LogRound.BATCH + 302);
    }

    /// What is read ahead is put together again in its order, with its gaps.
    @Test
    void rowsBeyondWhatIsReadAtOnceAreNamedAtTheirPlaces() {
        var trail = LoggedTrail.empty();
        var rows = Stream.generate(() -> LoggedTrail.event(PATIENT))
                .limit(2 * ReadAhead.STRETCH + 300)
                .toList();
        trail.transaction.executeWithoutResult(open -> trail.trail.recordAll(rows));
        trail.round(signer, witness).make();
        var place = 2 * ReadAhead.STRETCH + 7;
        var deleted = trail.rowAt(place);
        var changed = trail.rowAt(ReadAhead.STRETCH);
        trail.jdbc.update("DELETE FROM audit_log_leaf WHERE place = ?", place);
        trail.jdbc.update("DELETE FROM audit_event WHERE id = ?", deleted);
        trail.jdbc.update("UPDATE audit_event SET action = 'other' WHERE id = ?", changed);

        assertThat(trail.verified(witness).findings())
                .contains(
                        new Finding.Changed(ReadAhead.STRETCH, changed),
                        new Finding.Deleted(place, place + 1, deleted, deleted))
                .doesNotContain(new Finding.Changed(ReadAhead.STRETCH + 1, trail.rowAt(ReadAhead.STRETCH + 1)));
    }

    @Test
    void severalInstancesMakeOneLog() throws Exception {
        var trail = LoggedTrail.empty();
        var first = trail.round(signer, witness);
        var second = trail.round(signer, witness);
        Crowd.atOnce(List.of(() -> written(trail), () -> written(trail), () -> rounds(first), () -> rounds(second)));
        first.make();

        var report = trail.verified(witness);
        assertThat(report.findings()).isEmpty();
        assertThat(report.rows()).isEqualTo(60);
    }

    @Test
    void anotherInstanceMayAddRowsAndSignThemWhileThisOneIsAboutToSign() {
        var trail = LoggedTrail.empty();
        trail.write(1, PATIENT);
        trail.round(null).make();
        var overtaken = new AuditLog(trail.jdbc) {
            @Override
            public Optional<String> newestCheckpoint() {
                trail.write(1, PATIENT);
                trail.round(signer, witness).make();
                return super.newestCheckpoint();
            }
        };

        trail.round(overtaken, signer, witness).make();

        assertThat(trail.verified(witness).findings()).isEmpty();
        assertThat(trail.verified(witness).witnessed()).isEqualTo(2);
    }

    private static boolean written(LoggedTrail trail) {
        trail.write(30, PATIENT);
        return true;
    }

    private static boolean rounds(LogRound round) {
        for (var times = 0; times < 20; times++) {
            round.make();
        }
        return true;
    }

    @Test
    void aWitnessThatIsAwayKeepsNothingFromTheLogAndFromTheOther() {
        var trail = LoggedTrail.empty();
        var other = new MemoryWitness();
        trail.write(2, PATIENT);
        witness.goAway(true);
        var round = trail.round(signer, witness, other);

        assertThatThrownBy(round::make).isInstanceOf(WitnessAway.class);
        assertThat(trail.verified(other).witnessed()).isEqualTo(2);

        witness.goAway(false);
        trail.write(1, PATIENT);
        round.make();
        assertThat(trail.verified(witness).witnessed()).isEqualTo(3);
        assertThat(witness.names()).isEqualTo(other.names());
    }

    @Test
    void whereNobodySignsTheRowsStillGetTheirPlaces() {
        var trail = LoggedTrail.empty();
        trail.write(3, PATIENT);
        trail.round(null).make();
        assertThat(trail.verified().rows()).isEqualTo(3);

        trail.round(signer, witness).make();

        assertThat(trail.verified(witness).findings()).isEmpty();
        assertThat(trail.verified(witness).witnessed()).isEqualTo(3);
    }

    @Test
    void aCheckpointSaysHowManyRowsAndPatientsThereAreAndNotWho() {
        var trail = LoggedTrail.empty();
        trail.writeList(PATIENT, PatientId.next(), PatientId.next());
        trail.round(signer, witness).make();

        var note = trail.jdbc.queryForObject("SELECT note FROM audit_checkpoint", String.class);

        var checkpoint = SignedCheckpoint.parse(note).checkpoint();
        assertThat(checkpoint.size()).isEqualTo(1);
        assertThat(checkpoint.patients()).isEqualTo(3);
        assertThat(note).doesNotContain(PATIENT.toString());
    }
}
