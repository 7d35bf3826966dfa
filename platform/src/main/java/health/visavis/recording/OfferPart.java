package health.visavis.recording;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.RecordingId;
import health.visavis.recording.domain.Recording.Asked;
import health.visavis.recording.store.Recordings;
import java.time.Clock;
import java.util.Optional;

/// Asks whether a part of a recording may be stored, before anything of it is.
@UseCase
public class OfferPart {

    private final Access access;
    private final Recordings recordings;
    private final RecordingSettings settings;
    private final Clock clock;

    OfferPart(Access access, Recordings recordings, RecordingSettings settings, Clock clock) {
        this.access = access;
        this.recordings = recordings;
        this.settings = settings;
        this.clock = clock;
    }

    /// @return whose recording it is; empty when it takes no parts now
    public Optional<PatientId> offer(Actor actor, RecordingId recording) {
        access.require(actor, RecordingPermission.to(Action.STORE_RECORDING, recording, recordings));
        return recordings
                .find(recording)
                .filter(found -> settings.allowed() && found.takesParts(clock.instant()))
                .map(Asked::facts)
                .map(facts -> facts.patient());
    }
}
