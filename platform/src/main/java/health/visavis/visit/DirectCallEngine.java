package health.visavis.visit;

import health.visavis.visit.domain.TurnPass;
import java.time.Clock;
import java.util.ArrayList;
import org.springframework.stereotype.Component;

/// Browser to browser: WebRTC with our own signalling. Needs no vendor and no media server; media is encrypted
/// between the two browsers.
@Component
class DirectCallEngine implements CallEngine {

    private final IceSettings settings;
    private final Clock clock;

    DirectCallEngine(IceSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "direct";
    }

    @Override
    public CallCredential.Direct credentialFor(SeatHolder holder) {
        var expiresAt = clock.instant().plus(settings.lifetime());
        var servers = new ArrayList<CallCredential.IceServer>();
        if (!settings.stunUrls().isEmpty()) {
            servers.add(new CallCredential.IceServer(settings.stunUrls(), null, null));
        }
        if (!settings.turnUrls().isEmpty()) {
            var pass = TurnPass.issue(settings.turnSecret(), holder.seat().toString(), expiresAt);
            servers.add(new CallCredential.IceServer(settings.turnUrls(), pass.userName(), pass.password()));
        }
        return new CallCredential.Direct(servers, settings.policy(), expiresAt);
    }
}
