package health.visavis.visit;

import health.visavis.visit.domain.SeatId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;

/// Browser to browser: WebRTC with our own signalling. Needs no vendor and no media server; media is encrypted
/// between the two browsers.
///
/// It keeps no lines: who holds a seat may signal, and whoever signals may connect. Taking the seat away is
/// taking the line away; a TURN pass goes with it where the servers look passes up, and lives for minutes elsewhere.
class DirectCallEngine implements CallEngine {

    private final EngineName name;
    private final CallCredential.Media media;
    private final IceSettings settings;
    private final TurnPasses passes;
    private final Clock clock;

    DirectCallEngine(
            EngineName name, CallCredential.Media media, IceSettings settings, TurnPasses passes, Clock clock) {
        this.name = name;
        this.media = media;
        this.settings = settings;
        this.passes = passes;
        this.clock = clock;
    }

    @Override
    public EngineName name() {
        return name;
    }

    @Override
    public Line open(LinePlan plan) {
        return new Line(plan.visit(), name, plan.visit() + "/" + plan.rung());
    }

    @Override
    public Guest enrol(Line line, SeatHolder holder) {
        return new Guest(holder.seat(), holder.seat().toString());
    }

    @Override
    public CallCredential.Direct credentialFor(Line line, Guest guest) {
        return connection(settings, passes, new SeatId(guest.seat()), media, clock.instant());
    }

    static CallCredential.Direct connection(
            IceSettings settings, TurnPasses passes, SeatId seat, CallCredential.Media media, Instant now) {
        var expiresAt = now.plus(settings.lifetime());
        var servers = new ArrayList<CallCredential.IceServer>();
        if (!settings.stunUrls().isEmpty()) {
            servers.add(new CallCredential.IceServer(settings.stunUrls(), null, null));
        }
        passes.issue(seat, expiresAt)
                .ifPresent(pass -> servers.add(
                        new CallCredential.IceServer(settings.turn().urls(), pass.userName(), pass.password())));
        return new CallCredential.Direct(servers, settings.policy(), media, expiresAt);
    }

    @Override
    public void remove(Line line, Guest guest) {
        // The seat is gone, and with it every way to signal.
    }

    @Override
    public void close(Line line) {
        // There is nothing that stays open.
    }
}
