package health.visavis.visit;

import health.visavis.visit.domain.TurnPass;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;

/// Browser to browser: WebRTC with our own signalling. Needs no vendor and no media server; media is encrypted
/// between the two browsers.
///
/// It keeps no lines: who holds a seat may signal, and whoever signals may connect. Taking the seat away is
/// taking the line away, but for a TURN pass, which nobody can take back: it lives for minutes.
class DirectCallEngine implements CallEngine {

    private final EngineName name;
    private final CallCredential.Media media;
    private final IceSettings settings;
    private final Clock clock;

    DirectCallEngine(EngineName name, CallCredential.Media media, IceSettings settings, Clock clock) {
        this.name = name;
        this.media = media;
        this.settings = settings;
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
        return connection(settings, guest.reference(), media, clock.instant());
    }

    static CallCredential.Direct connection(
            IceSettings settings, String holder, CallCredential.Media media, Instant now) {
        var expiresAt = now.plus(settings.lifetime());
        var servers = new ArrayList<CallCredential.IceServer>();
        if (!settings.stunUrls().isEmpty()) {
            servers.add(new CallCredential.IceServer(settings.stunUrls(), null, null));
        }
        if (!settings.turnUrls().isEmpty()) {
            var pass = TurnPass.issue(settings.turnSecret(), holder, expiresAt);
            servers.add(new CallCredential.IceServer(settings.turnUrls(), pass.userName(), pass.password()));
        }
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
