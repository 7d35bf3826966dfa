package health.visavis.audit;

import health.visavis.audit.store.AuditLog;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Verifies the trail of the application that runs, with the witnesses that it has. Weaker than `audit verify` from
/// another machine: whoever rules this one rules the verification.
@Component
public class TrailVerification {

    private final DataSource database;
    private final AuditLog log;
    private final ObjectProvider<CheckpointSigner> signer;
    private final ObjectProvider<CheckpointWitness> witnesses;

    TrailVerification(
            DataSource database,
            AuditLog log,
            ObjectProvider<CheckpointSigner> signer,
            ObjectProvider<CheckpointWitness> witnesses) {
        this.database = database;
        this.log = log;
        this.signer = signer;
        this.witnesses = witnesses;
    }

    /// Without witnesses the keys are those that the database keeps. Where nobody signs, that nothing is signed is no
    /// finding.
    ///
    /// @throws CheckpointWitness.WitnessAway when a witness does not answer
    public VerificationReport verify() {
        var asked = witnesses.orderedStream().toList();
        var keys = asked.isEmpty() ? log.keys() : List.<byte[]>of();
        var report = AuditVerification.of(database, asked).verify(keys, rows -> {});
        return signer.getIfAvailable() != null
                ? report
                : new VerificationReport(
                        report.rows(),
                        report.waiting(),
                        report.witnessed(),
                        report.pruned(),
                        report.signedAt(),
                        report.findings().stream()
                                .filter(finding -> !(finding instanceof Finding.NotSigned))
                                .toList());
    }
}
