package health.visavis.audit;

import health.visavis.audit.domain.Checkpoint;
import health.visavis.audit.domain.SignedCheckpoint;
import health.visavis.audit.store.AuditLog;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Deletes rows that are older than six calendar years (45 CFR 164.316(b)(2)(i)), from the oldest on, and nothing of
/// the log: leaves, trees, chains and checkpoints stay, so that every proof about what is kept still holds, and a
/// verification knows that something was there, since when, and that it was not changed before.
///
/// Up to where is the size of a checkpoint that was signed before those six years: it proves how old everything below
/// it is. Rows of a trail that is older than its log are therefore kept until the log is six years old.
@Component
public class TrailPruning {

    /// More checkpoints than are ever made between a row and its own.
    private static final int NEAR = 1_000;

    private final AuditLog log;
    private final Clock clock;

    TrailPruning(AuditLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /// The year that runs and the six before it are kept.
    static Instant keptFrom(Instant now) {
        var year = now.atZone(ZoneOffset.UTC).getYear();
        return LocalDate.of(year - 6, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /// The size of the log up to which there are rows to delete. Empty for the first six years, and afterwards but for
    /// some days of January.
    public Optional<Long> due() {
        var keptFrom = keptFrom(clock.instant());
        return log.newestPlaceBefore(keptFrom)
                .flatMap(place -> log.checkpointsUpTo(place + 1, NEAR).stream()
                        .map(note -> SignedCheckpoint.parse(note).checkpoint())
                        .filter(checkpoint -> checkpoint.at().isBefore(keptFrom))
                        .map(Checkpoint::size)
                        .findFirst())
                .filter(size -> log.holdsRowsBelow(size, keptFrom));
    }

    /// Part of the transaction that puts the act on the trail, with [#subject] as its subject: without that row the
    /// deleted ones are missing, as a verification sees it.
    ///
    /// @return how many rows; fewer than asked for when there are no more
    @Transactional(propagation = Propagation.MANDATORY)
    public int pruneWithoutPermissionCheck(long size, int limit) {
        return log.prune(size, limit);
    }

    /// A size of the log, as the subject of a row of the trail: in the lower half of an id.
    public static UUID subject(long size) {
        return new UUID(0, size);
    }
}
