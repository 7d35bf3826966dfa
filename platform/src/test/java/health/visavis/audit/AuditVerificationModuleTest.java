package health.visavis.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.audit.Finding.Changed;
import health.visavis.audit.Finding.CutOff;
import health.visavis.audit.Finding.Deleted;
import health.visavis.audit.Finding.Emptied;
import health.visavis.audit.Finding.LogChanged;
import health.visavis.audit.Finding.NotLogged;
import health.visavis.audit.Finding.NotSigned;
import health.visavis.audit.Finding.PatientChanged;
import health.visavis.audit.Finding.PatientsDiffer;
import health.visavis.audit.Finding.Swapped;
import health.visavis.audit.Finding.WitnessChanged;
import health.visavis.audit.store.AuditLog;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.Requirement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// As the superuser of a real PostgreSQL, who can do everything to the database and nothing to the witnesses.
class AuditVerificationModuleTest {

    private static final PatientId PATIENT = PatientId.next();
    private static final MemorySigner SIGNER = new MemorySigner();

    /// Twelve rows: four that a backup has as well, four more that the witness has seen, four that only the database
    /// has.
    private static LoggedTrail logged;
    private static LoggedTrail backup;
    private static MemoryWitness kept;

    private LoggedTrail trail;
    private MemoryWitness witness;

    @BeforeAll
    static void writeAndSign() {
        logged = LoggedTrail.empty();
        kept = new MemoryWitness();
        logged.write(3, PATIENT);
        logged.writeList(PATIENT, PatientId.next());
        logged.round(SIGNER, kept).make();
        backup = logged.copy();
        logged.write(2, PATIENT);
        logged.write(2, null);
        logged.round(SIGNER, kept).make();
        logged.write(2, PATIENT);
        logged.write(2, PatientId.next());
        logged.round(SIGNER).make();
    }

    @BeforeEach
    void begin() {
        trail = logged.copy();
        witness = kept.copy();
    }

    @Test
    void whatNobodyTouchedIsAsItWasWritten() {
        trail.write(1, PATIENT);

        var report = verified();

        assertThat(report.findings()).isEmpty();
        assertThat(report.rows()).isEqualTo(12);
        assertThat(report.witnessed()).isEqualTo(8);
        assertThat(report.waiting()).isEqualTo(1);
        assertThat(trail.verified().isClean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 3, 7, 8, 11})
    @Requirement("AUD-01")
    void aChangedRowIsNamed(long place) {
        trail.jdbc.update("UPDATE audit_event SET outcome = 'REFUSED' WHERE id = ?", trail.rowAt(place));

        assertThat(verified().findings()).containsExactly(new Changed(place, trail.rowAt(place)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at = at + interval '1 microsecond'",
                "actor = '00000000-0000-7000-8000-000000000000'",
                "actor_roles = 'NURSE'",
                "action = 'read-messages'",
                "reason = 'own'",
                "patient_id = NULL",
                "subject_id = NULL",
                "address = '192.0.2.8'",
                "session = '-'",
                "instance = '-'"
            })
    void everyValueOfARowCounts(String change) {
        trail.jdbc.update("UPDATE audit_event SET " + change + " WHERE id = ?", trail.rowAt(5));

        assertThat(verified().findings()).contains(new Changed(5, trail.rowAt(5)));
    }

    @Test
    void aPatientWhomAListNoLongerShowsIsFound() {
        trail.jdbc.update("DELETE FROM audit_event_patient WHERE patient_id = ?", PATIENT.value());

        assertThat(verified().findings()).containsExactly(new Changed(3, trail.rowAt(3)));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 5, 9})
    @Requirement("AUD-01")
    void aDeletedRowIsNamed(long place) {
        var row = delete(place);

        assertThat(verified().findings()).containsExactly(new Deleted(place, place + 1, row, row));
    }

    @Test
    void aDeletedRowIsNamedWhenItsPlaceInTheLogIsGoneToo() {
        var row = delete(5);
        trail.jdbc.update("DELETE FROM audit_log_leaf WHERE place = 5");

        assertThat(verified().findings()).contains(new Deleted(5, 6, row, row));
    }

    @Test
    @Requirement("AUD-01")
    void rowsThatHaveSwappedTheirContentAreNamed() {
        var one = trail.rowAt(1);
        var other = trail.rowAt(6);
        var spare = UUID.randomUUID();
        trail.jdbc.update("UPDATE audit_event SET id = ? WHERE id = ?", spare, one);
        trail.jdbc.update("UPDATE audit_event SET id = ? WHERE id = ?", one, other);
        trail.jdbc.update("UPDATE audit_event SET id = ? WHERE id = ?", other, spare);

        assertThat(verified().findings()).contains(new Swapped(1, one, 6, other));
    }

    @Test
    void rowsThatHaveSwappedTheirPlacesAreNamed() {
        var one = trail.rowAt(1);
        var other = trail.rowAt(6);
        trail.jdbc.execute("ALTER TABLE audit_log_leaf DROP CONSTRAINT audit_log_leaf_place_check");
        trail.jdbc.update("UPDATE audit_log_leaf SET place = -1 WHERE event_id = ?", one);
        trail.jdbc.update("UPDATE audit_log_leaf SET place = 1 WHERE event_id = ?", other);
        trail.jdbc.update("UPDATE audit_log_leaf SET place = 6 WHERE event_id = ?", one);

        assertThat(verified().findings()).contains(new Swapped(1, one, 6, other));
    }

    @Test
    @Requirement("AUD-01")
    void anEmptiedTrailIsSaid() {
        trail.jdbc.execute("TRUNCATE audit_event CASCADE");

        assertThat(verified().findings()).contains(new Emptied(12));
    }

    @Test
    void aTrailThatWasEmptiedWithItsLogIsSaid() {
        trail.jdbc.execute(
                "TRUNCATE audit_event, audit_log_leaf, audit_log_node, audit_log_patient, audit_checkpoint CASCADE");

        assertThat(verified().findings()).containsExactly(new Emptied(8));
    }

    @Test
    void aTableThatWasReplacedByAnOlderStateIsSaid() {
        var first = trail.rowAt(4);
        var last = trail.rowAt(11);
        trail.jdbc.update("DELETE FROM audit_event WHERE id >= ?", first);

        assertThat(verified().findings()).contains(new CutOff(4, 12, first, last, false));
    }

    @Test
    @Requirement("AUD-01")
    void aWholeDatabaseThatWasReplacedByAnOlderBackupIsSaid() {
        assertThat(backup.verified(witness).findings())
                .containsExactly(new CutOff(4, 8, trail.rowAt(4), trail.rowAt(7), true));
    }

    /// What comes after the checkpoint that was signed last could be signed in the name of the clinic: it is not.
    @Test
    void aLogThatIsBehindItsWitnessIsNotGoneOnWith() {
        var older = backup.copy();
        older.write(3, PATIENT);

        assertThatThrownBy(() -> older.round(SIGNER, witness).make()).isInstanceOf(LogDisagrees.class);
        assertThat(older.verified(witness).waiting()).isEqualTo(3);
    }

    @Test
    void aLogThatWasChangedIsNotGoneOnWith() {
        trail.jdbc.update("UPDATE audit_log_leaf SET hash = sha256('other') WHERE place = 2");
        trail.write(1, PATIENT);

        assertThatThrownBy(() -> trail.round(SIGNER).make()).isInstanceOf(LogDisagrees.class);
        assertThat(trail.verified(witness).waiting()).isEqualTo(1);
    }

    /// The database alone would tell nothing any more; the server that has signed still knows.
    @Test
    void aLogWhoseLastCheckpointsAreGoneIsNotGoneOnWith() {
        var round = trail.round(SIGNER);
        trail.write(1, PATIENT);
        round.make();
        trail.jdbc.update("DELETE FROM audit_checkpoint WHERE size > 8");
        forge(12);
        trail.write(1, PATIENT);

        assertThatThrownBy(round::make).isInstanceOf(LogDisagrees.class);
    }

    @Test
    void whoeverChangesARowAndItsLeafIsFoundByTheWitness() {
        forge(5);

        assertThat(verified().findings()).contains(new Changed(5, trail.rowAt(5)), new LogChanged(5, 6));
    }

    @Test
    void whoeverChangesARowAndItsLeafBeforeAWitnessHasSeenItIsFoundByTheSignature() {
        forge(9);

        assertThat(verified().findings()).contains(new LogChanged(8, 12));
    }

    @Test
    void aRowThatWasPutPastTheLogIsNamed() {
        var event = LoggedTrail.event(PATIENT);
        trail.transaction.executeWithoutResult(open -> {
            trail.jdbc.execute("SET LOCAL session_replication_role = replica");
            trail.trail.record(event);
        });

        assertThat(verified().findings()).containsExactly(new NotLogged(List.of(event.id())));
    }

    @Test
    void whatIsHiddenFromAPatientIsNamed() {
        trail.jdbc.update("DELETE FROM audit_log_patient_entry WHERE leaf_place = 9");

        assertThat(verified().findings()).contains(new PatientChanged(9, PATIENT.value()), new PatientsDiffer(12));
    }

    @Test
    void whatIsHiddenFromAPatientIsNamedWhileLaterRowsWaitForTheirSignatureToo() {
        trail.write(2, null);
        trail.round(null).sequence();
        trail.jdbc.update("DELETE FROM audit_log_patient_entry WHERE leaf_place = 9");

        assertThat(verified().findings()).contains(new PatientsDiffer(12));
    }

    @Test
    void aWitnessThatWasChangedIsNamed() {
        var part = kept.names().getFirst();
        var text = new String(kept.get(part).orElseThrow(), StandardCharsets.UTF_8);
        witness.change(
                part,
                text.replace(trail.rowAt(1).toString(), UUID.randomUUID().toString())
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(verified().findings()).isNotEmpty();

        witness.change(part, text.replaceFirst("(?m)^[0-9a-f-]{36} .{43}=$", "").getBytes(StandardCharsets.UTF_8));
        assertThat(verified().findings()).contains(new WitnessChanged("memory", part));

        witness.remove(part);
        assertThat(verified().findings())
                .contains(new WitnessChanged("memory", kept.names().get(1)));
    }

    @Test
    void twoWitnessesThatDisagreeAreNamed() {
        var part = kept.names().getFirst();
        var other = kept.copy();
        other.change(part, "something else".getBytes(StandardCharsets.UTF_8));

        assertThat(trail.verified(witness, other).findings()).containsExactly(new WitnessChanged("memory", part));
    }

    @Test
    void aLogThatSomebodyElseHasSignedIsSaid() {
        var theirs = trail.copy();
        theirs.jdbc.execute("TRUNCATE audit_checkpoint CASCADE");
        theirs.round(new MemorySigner()).make();

        assertThat(theirs.verified(witness).findings()).contains(new NotSigned("of 12 rows in the database"));
    }

    @Test
    void aLogWithoutASignatureIsSaid() {
        trail.jdbc.update("UPDATE audit_checkpoint SET note = 'nothing' WHERE size = 12");
        assertThat(verified().findings()).contains(new NotSigned("of 12 rows"));

        trail.jdbc.execute("TRUNCATE audit_checkpoint CASCADE");
        assertThat(verified().findings()).containsExactly(new NotSigned("of 12 rows"));
    }

    @Test
    void theSentencesNameTheRow() {
        var row = trail.rowAt(5);

        assertThat(new Changed(5, row).sentence()).contains(row.toString());
        assertThat(new Deleted(5, 6, row, row).sentence()).contains(row.toString());
        assertThat(new CutOff(5, 8, row, trail.rowAt(7), true).sentence()).contains("older state");
    }

    private VerificationReport verified() {
        return trail.verified(witness);
    }

    private UUID delete(long place) {
        var row = trail.rowAt(place);
        trail.jdbc.update("DELETE FROM audit_event_patient WHERE event_id = ?", row);
        trail.jdbc.update("DELETE FROM audit_event WHERE id = ?", row);
        return row;
    }

    private void forge(long place) {
        var row = trail.rowAt(place);
        trail.jdbc.update("UPDATE audit_event SET reason = 'own' WHERE id = ?", row);
        var forged = new AuditLog(trail.jdbc).rows(List.of(row)).getFirst();
        trail.jdbc.update(
                "UPDATE audit_log_leaf SET hash = ? WHERE place = ?",
                CanonicalEvent.leaf(forged).bytes(),
                place);
    }
}
