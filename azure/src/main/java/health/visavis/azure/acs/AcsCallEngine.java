package health.visavis.azure.acs;

import health.visavis.azure.acs.store.AcsLines;
import health.visavis.visit.CallCredential;
import health.visavis.visit.CallEngine;
import health.visavis.visit.EngineName;
import health.visavis.visit.EngineUnavailable;
import health.visavis.visit.EngineUnavailable.Reason;
import health.visavis.visit.Guest;
import health.visavis.visit.Line;
import health.visavis.visit.LinePlan;
import health.visavis.visit.SeatHolder;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Visits in rooms of Azure Communication Services: one room per line, one user per seat, made when the person is
/// let in and deleted when they are taken off.
///
/// A user is written down before and after it is asked for, and only then may have a token: whatever dies in
/// between, a user that could do anything is known and will be swept away. See [OrphanSweep].
final class AcsCallEngine implements CallEngine {

    private final EngineName name;
    private final AcsRooms rooms;
    private final AcsIdentities identities;
    private final AcsLines lines;
    private final Duration patience;
    private final Clock clock;

    AcsCallEngine(EngineName name, AcsChannel channel, AcsLines lines, Duration patience, Clock clock) {
        this.name = name;
        this.rooms = new AcsRooms(channel);
        this.identities = new AcsIdentities(channel);
        this.lines = lines;
        this.patience = patience;
        this.clock = clock;
    }

    @Override
    public EngineName name() {
        return name;
    }

    @Override
    public Line open(LinePlan plan) {
        var room = lines.plan(name, plan, clock.instant());
        var roomId = room.roomId();
        if (roomId == null) {
            roomId = inTime(() -> rooms.create(plan.window(), room.id(), room.firstSentAt()))
                    .value();
            lines.made(room, roomId);
        }
        return new Line(plan.visit(), name, roomId);
    }

    @Override
    public Guest enrol(Line line, SeatHolder holder) {
        var role = holder.clinician() ? AcsRooms.Role.PRESENTER : AcsRooms.Role.ATTENDEE;
        return inTime(() -> {
            var user = lines.userAt(name, line.reference(), holder.seat())
                    .map(AcsUserId::new)
                    .orElseGet(() -> make(line, holder));
            rooms.let(room(line), user, role);
            return new Guest(holder.seat(), user.value());
        });
    }

    private AcsUserId make(Line line, SeatHolder holder) {
        var asked = lines.asking(name, line.reference(), holder.seat(), clock.instant());
        var user = identities.create();
        lines.answered(asked, user.value());
        return user;
    }

    @Override
    public CallCredential.Hosted credentialFor(Line line, Guest guest) {
        if (!lines.isCurrent(name, line.reference(), guest.reference())) {
            throw new EngineUnavailable(name, Reason.GONE);
        }
        var token = inTime(() -> identities.issue(user(guest)));
        return new CallCredential.Hosted(line.reference(), guest.reference(), token.value(), token.expiresAt());
    }

    /// The tokens first: they work without the room's list until somebody looks.
    @Override
    public void remove(Line line, Guest guest) {
        inTime(() -> {
            quietly(() -> identities.revoke(user(guest)));
            quietly(() -> rooms.remove(room(line), user(guest)));
            delete(user(guest));
            return guest;
        });
    }

    @Override
    public void close(Line line) {
        inTime(() -> {
            closeRoom(line.reference());
            return line;
        });
    }

    /// What a sweep came to.
    ///
    /// @param left what the vendor would not clear away this time: it is tried again by the next
    record Swept(int cleared, int left) {}

    /// Closes what nobody closed, and deletes whom nobody deleted. One that cannot be cleared away holds up no other.
    Swept sweep() {
        var cleared = 0;
        var left = 0;
        for (var room : lines.overdueRooms(name, clock.instant())) {
            if (succeeds(() -> closeRoom(room))) {
                cleared++;
            } else {
                left++;
            }
        }
        for (var orphan : lines.orphans(name)) {
            if (succeeds(() -> delete(new AcsUserId(orphan.acsId())))) {
                cleared++;
            } else {
                left++;
            }
        }
        return new Swept(cleared, left);
    }

    private static boolean succeeds(Runnable clearing) {
        try {
            clearing.run();
            return true;
        } catch (AcsProblem | IllegalArgumentException refused) {
            return false;
        }
    }

    /// The room goes first, so that nobody enters it any more; it counts as closed from then on, and who could not
    /// be deleted is an orphan.
    private void closeRoom(String roomId) {
        quietly(() -> rooms.delete(new AcsRoomId(roomId)));
        lines.closed(name, roomId, clock.instant());
        lines.usersIn(name, roomId).forEach(user -> delete(new AcsUserId(user.acsId())));
    }

    /// Deleting a user revokes its tokens too.
    private void delete(AcsUserId user) {
        quietly(() -> identities.delete(user));
        lines.deleted(user.value(), clock.instant());
    }

    /// What is gone is as it should be.
    private static void quietly(Runnable request) {
        try {
            request.run();
        } catch (AcsProblem problem) {
            if (problem.kind() != AcsProblem.Kind.GONE) {
                throw problem;
            }
        }
    }

    /// However slow the vendor is, two people are told within the time that [CallEngine] allows. What still runs is
    /// interrupted; whatever it has left is found by the sweep.
    private <T> T inTime(Callable<T> work) {
        var task = new FutureTask<>(work);
        Thread.ofVirtual().name("acs-call-engine").start(task);
        try {
            return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException tooLate) {
            task.cancel(true);
            throw new EngineUnavailable(name, Reason.UNREACHABLE);
        } catch (InterruptedException stopped) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new EngineUnavailable(name, Reason.UNREACHABLE);
        } catch (ExecutionException failed) {
            throw switch (failed.getCause()) {
                case AcsProblem problem -> new EngineUnavailable(name, reason(problem.kind()));
                // An answer with an identifier that is none.
                case IllegalArgumentException odd -> new EngineUnavailable(name, Reason.FAILED);
                case null, default -> new IllegalStateException("The engine " + name + " failed", failed.getCause());
            };
        }
    }

    private static Reason reason(AcsProblem.Kind kind) {
        return switch (kind) {
            case UNREACHABLE -> Reason.UNREACHABLE;
            case BUSY -> Reason.OVERLOADED;
            case REFUSED, INVALID -> Reason.REFUSED;
            case GONE -> Reason.GONE;
            case FAILED -> Reason.FAILED;
        };
    }

    private static AcsRoomId room(Line line) {
        return new AcsRoomId(line.reference());
    }

    private static AcsUserId user(Guest guest) {
        return new AcsUserId(guest.reference());
    }
}
