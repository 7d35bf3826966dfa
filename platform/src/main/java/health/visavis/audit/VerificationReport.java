package health.visavis.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a verification has come to.
///
/// @param rows in the log
/// @param waiting written, and not in the log yet
/// @param witnessed rows that a witness has seen
/// @param pruned rows that are gone because they are older than six calendar years, as the trail and a checkpoint say
/// @param signedAt of the newest checkpoint; null when there is none
/// @param findings empty when all is as it was written
public record VerificationReport(
        long rows,
        long waiting,
        long witnessed,
        long pruned,
        @Nullable Instant signedAt,
        List<Finding> findings) {

    public VerificationReport {
        findings = List.copyOf(findings);
    }

    public boolean isClean() {
        return findings.isEmpty();
    }
}
