package health.visavis.visit;

import health.visavis.kernel.Sensitive;
import health.visavis.kernel.VisitId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A vendor's engine in memory that does what a test wants: it holds rooms and users, refuses, fails, and runs
/// something in the middle of an answer.
@Component
public class RehearsalCallEngine implements CallEngine {

    public static final EngineName NAME = new EngineName("rehearsal");

    private final Map<LinePlan, Line> lines = new ConcurrentHashMap<>();
    private final Set<Guest> guests = ConcurrentHashMap.newKeySet();
    private final List<Guest> removed = new CopyOnWriteArrayList<>();
    private final List<Line> closed = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile boolean opensNothing;
    private volatile boolean passesNobody;
    private volatile @Nullable Runnable meanwhile;
    private final Clock clock;

    RehearsalCallEngine(Clock clock) {
        this.clock = clock;
    }

    public void recover() {
        opensNothing = false;
        passesNobody = false;
        meanwhile = null;
        failures.set(0);
    }

    public void openNothing() {
        opensNothing = true;
    }

    public void passNobody() {
        passesNobody = true;
    }

    public void failRemoving(int times) {
        failures.set(times);
    }

    /// Runs once, between letting somebody in and answering so.
    public void meanwhile(Runnable action) {
        meanwhile = action;
    }

    public boolean knows(UUID seat) {
        return guests.stream().anyMatch(guest -> guest.seat().equals(seat));
    }

    public List<Guest> removed() {
        return List.copyOf(removed);
    }

    public List<Line> closed() {
        return List.copyOf(closed);
    }

    public long linesOpened(VisitId visit) {
        return lines.keySet().stream()
                .filter(plan -> plan.visit().equals(visit))
                .count();
    }

    @Override
    public EngineName name() {
        return NAME;
    }

    @Override
    public Line open(LinePlan plan) {
        if (opensNothing) {
            throw new EngineUnavailable(NAME, EngineUnavailable.Reason.FAILED);
        }
        return lines.computeIfAbsent(
                plan, key -> new Line(key.visit(), NAME, UUID.randomUUID().toString()));
    }

    @Override
    public Guest enrol(Line line, SeatHolder holder) {
        if (passesNobody) {
            throw new EngineUnavailable(NAME, EngineUnavailable.Reason.REFUSED);
        }
        var guest = new Guest(holder.seat(), UUID.randomUUID().toString());
        guests.add(guest);
        var action = meanwhile;
        meanwhile = null;
        if (action != null) {
            action.run();
        }
        return guest;
    }

    @Override
    public CallCredential credentialFor(Line line, Guest guest) {
        if (passesNobody || !guests.contains(guest)) {
            throw new EngineUnavailable(NAME, EngineUnavailable.Reason.REFUSED);
        }
        var expiresAt = clock.instant().plus(Duration.ofHours(1));
        return new CallCredential.Hosted(
                line.reference(), guest.reference(), Sensitive.of("token of " + guest.reference()), expiresAt);
    }

    @Override
    public void remove(Line line, Guest guest) {
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new EngineUnavailable(NAME, EngineUnavailable.Reason.UNREACHABLE);
        }
        guests.remove(guest);
        removed.add(guest);
    }

    @Override
    public void close(Line line) {
        closed.add(line);
    }
}
