package health.visavis.visit;

import health.visavis.visit.domain.SeatId;
import health.visavis.visit.store.RelayPasses;
import java.time.Clock;
import org.springframework.stereotype.Component;

/// Stands in for a vendor's media where no browser can reach it.
@Component
class SimulatedMedia {

    private final SimulationSettings settings;
    private final TurnPasses passes;
    private final Clock clock;

    SimulatedMedia(SimulationSettings settings, RelayPasses listed, Clock clock) {
        this.settings = settings;
        this.passes = TurnPasses.of(settings.ice().turn(), listed);
        this.clock = clock;
    }

    /// The vendor's token stays here: nobody could use it.
    CallCredential inPlaceOf(CallCredential credential, Guest guest, EngineName name) {
        if (!(credential instanceof CallCredential.Hosted)
                || !settings.engines().contains(name)) {
            return credential;
        }
        return new CallCredential.Simulated(DirectCallEngine.connection(
                settings.ice(),
                passes,
                new SeatId(guest.seat()),
                CallCredential.Media.SOUND_AND_PICTURE,
                clock.instant()));
    }
}
