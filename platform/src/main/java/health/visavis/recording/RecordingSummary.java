package health.visavis.recording;

import health.visavis.kernel.RecordingId;
import health.visavis.recording.domain.Recording;
import org.jspecify.annotations.Nullable;

/// Where the recording of a visit stands, for one who is in it.
///
/// @param id of the recording that was asked for last
/// @param consented whether this person's last answer to it was yes
/// @param byBrowser whether the doctor's browser makes it, as the call is held now
/// @param parts how many are stored; the next one has this place
public record RecordingSummary(
        State state,
        @Nullable RecordingId id,
        boolean consented,
        boolean byBrowser,
        int parts,
        Recording.@Nullable StopReason reason) {

    public enum State {
        NOT_ALLOWED,
        OFF,
        ASKING,
        RUNNING,
        PAUSED,
        STOPPED
    }

    static State of(Recording recording) {
        return switch (recording) {
            case Recording.NotAllowed notAllowed -> State.NOT_ALLOWED;
            case Recording.Off off -> State.OFF;
            case Recording.Asking asking -> State.ASKING;
            case Recording.Running running -> State.RUNNING;
            case Recording.Paused paused -> State.PAUSED;
            case Recording.Stopped stopped -> State.STOPPED;
        };
    }
}
