package health.visavis.web.security;

import health.visavis.access.Passage.Reason;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Requests that were refused because they came past the edge, until they are on the trail. Strangers choose how many
/// there are and, where no edge writes it, which address they say they come from. So one address has one row in an
/// interval, [#LISTED] of them have one at all, and the others are one row with two numbers. Nothing but the address is
/// kept of a request, and no more than [#TOLD_APART] of them.
@Component
class EdgeRefusals {

    /// Begins with the first refusal. While rows wait for the trail, it goes on.
    static final Duration INTERVAL = Duration.ofMinutes(15);

    static final int LISTED = 20;
    static final int TOLD_APART = 1_000;

    private static final String NO_ADDRESS = "-";

    /// @param where the address; for [Reason#MORE_PAST_EDGE] how many were refused and of how many addresses,
    ///     such as `4711/57`, or `4711/1000+` where there were more than were told apart
    record Row(String where, Reason reason) {}

    private final Clock clock;
    private final Deque<Row> unwritten = new ArrayDeque<>();
    private final Set<String> listed = new HashSet<>();
    private final Set<String> others = new HashSet<>();
    private long ofOthers;
    private @Nullable Instant began;

    EdgeRefusals(Clock clock) {
        this.clock = clock;
    }

    synchronized void refused(String said, Reason reason) {
        var address = address(said);
        if (began == null) {
            began = clock.instant();
        }
        if (listed.contains(address)) {
            return;
        }
        if (listed.size() < LISTED) {
            listed.add(address);
            unwritten.add(new Row(address, reason));
        } else {
            ofOthers++;
            if (others.size() < TOLD_APART) {
                others.add(address);
            }
        }
    }

    /// Hands over what is due, one row after the other, and holds up no request meanwhile. A row that the trail does
    /// not
    /// take stays for the next time. To be called by one thread at a time.
    void handOver(Consumer<Row> trail) {
        handOverWaiting(trail);
        endInterval(false);
        handOverWaiting(trail);
    }

    /// The same before the process goes, with what would have been due later.
    void handOverAll(Consumer<Row> trail) {
        endInterval(true);
        handOverWaiting(trail);
    }

    private void handOverWaiting(Consumer<Row> trail) {
        for (var row = first(); row.isPresent(); row = first()) {
            trail.accept(row.get());
            written();
        }
    }

    private synchronized Optional<Row> first() {
        return Optional.ofNullable(unwritten.peek());
    }

    private synchronized void written() {
        unwritten.remove();
    }

    private synchronized void endInterval(boolean early) {
        if (began == null || !(early || unwritten.isEmpty() && isOver(began))) {
            return;
        }
        if (ofOthers > 0) {
            var addresses = others.size() + (others.size() < TOLD_APART ? "" : "+");
            unwritten.add(new Row(ofOthers + "/" + addresses, Reason.MORE_PAST_EDGE));
        }
        listed.clear();
        others.clear();
        ofOthers = 0;
        began = null;
    }

    private boolean isOver(Instant begin) {
        return !clock.instant().isBefore(begin.plus(INTERVAL));
    }

    /// In one way of writing. What is no address was written by the sender, who could write anything.
    private static String address(String said) {
        try {
            return InetAddress.ofLiteral(said).getHostAddress();
        } catch (IllegalArgumentException none) {
            return NO_ADDRESS;
        }
    }
}
