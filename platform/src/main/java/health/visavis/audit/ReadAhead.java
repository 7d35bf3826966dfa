package health.visavis.audit;

import health.visavis.audit.domain.Hash;
import health.visavis.audit.store.AuditLog.PatientLink;
import health.visavis.audit.store.AuditLog.StoredLeaf;
import health.visavis.audit.store.LogSnapshot;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The log from its first place to its last, fetched and hashed by other threads while what came before is compared.
final class ReadAhead implements AutoCloseable {

    static final int STRETCH = 4_096;

    /// How many stretches there are beyond the one that is compared: enough that nobody waits, and few in memory.
    private static final int AHEAD = 6;

    /// What the database has at a place.
    ///
    /// @param leaf null where the log has none
    /// @param content the leaf that the row of the trail makes; null where there is none
    record Placed(@Nullable StoredLeaf leaf, @Nullable Hash content, List<PatientLink> links) {

        private static final Placed NOTHING = new Placed(null, null, List.of());
    }

    private final LogSnapshot snapshot;
    private final long size;
    private final ExecutorService readers;
    private final ArrayDeque<Future<List<Placed>>> coming = new ArrayDeque<>();
    private long asked;
    private List<Placed> here = List.of();
    private int next;

    /// @param size up to where it reads
    /// @param threads how many fetch and hash at once
    ReadAhead(LogSnapshot snapshot, long size, int threads) {
        this.snapshot = snapshot;
        this.size = size;
        this.readers = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name("audit-read-ahead-", 1).factory());
    }

    /// The next so many places, each once and in their order; beyond the end of the log there is nothing at them.
    List<Placed> take(int count) {
        var taken = new ArrayList<Placed>(count);
        while (taken.size() < count) {
            if (next == here.size()) {
                here = nextStretch();
                next = 0;
            }
            if (here.isEmpty()) {
                taken.add(Placed.NOTHING);
            } else {
                taken.add(here.get(next++));
            }
        }
        return taken;
    }

    private List<Placed> nextStretch() {
        while (asked < size && coming.size() <= AHEAD) {
            coming.add(readers.submit(stretch(asked, Math.min(asked + STRETCH, size))));
            asked = Math.min(asked + STRETCH, size);
        }
        return coming.isEmpty() ? List.of() : come(coming.remove());
    }

    private static List<Placed> come(Future<List<Placed>> stretch) {
        try {
            return stretch.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the verification was interrupted", stopped);
        }
    }

    private Callable<List<Placed>> stretch(long from, long to) {
        return () -> snapshot.read(log -> {
            var links = log.links(from, to).stream()
                    .collect(Collectors.groupingBy(link -> link.link().leafPlace()));
            var placed = new ArrayList<Placed>(Math.toIntExact(to - from));
            for (var leaf : log.leavesWithRows(from, to)) {
                var place = leaf.leaf().place();
                while (from + placed.size() < place) {
                    placed.add(Placed.NOTHING);
                }
                var row = leaf.row();
                placed.add(new Placed(
                        leaf, row == null ? null : CanonicalEvent.leaf(row), links.getOrDefault(place, List.of())));
            }
            while (from + placed.size() < to) {
                placed.add(Placed.NOTHING);
            }
            return placed;
        });
    }

    @Override
    public void close() {
        readers.shutdownNow();
        readers.close();
    }
}
