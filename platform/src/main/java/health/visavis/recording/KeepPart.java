package health.visavis.recording;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.files.EncryptedFiles;
import health.visavis.kernel.FileId;
import health.visavis.keys.PatientCipher;
import health.visavis.recording.StorePart.PartDraft;
import health.visavis.recording.StorePart.PartOutcome;
import health.visavis.recording.domain.Recording.Asked;
import health.visavis.recording.store.Recordings;
import java.time.Clock;

/// Makes a stored part belong to its recording, when that still takes it and this is its turn.
@UseCase
public class KeepPart {

    private final Access access;
    private final Recordings recordings;
    private final EncryptedFiles files;
    private final PatientCipher cipher;
    private final Clock clock;

    KeepPart(Access access, Recordings recordings, EncryptedFiles files, PatientCipher cipher, Clock clock) {
        this.access = access;
        this.recordings = recordings;
        this.files = files;
        this.cipher = cipher;
        this.clock = clock;
    }

    public PartOutcome keep(Actor actor, PartDraft draft, FileId file) {
        access.require(actor, RecordingPermission.to(Action.STORE_RECORDING, draft.recording(), recordings));
        var recording = recordings.locked(draft.recording()).orElseThrow();
        if (!recording.takesParts(clock.instant())) {
            return new PartOutcome.NotTaken();
        }
        var next = recordings.parts(draft.recording()).size();
        if (draft.place() < next) {
            return new PartOutcome.Stored();
        }
        if (draft.place() > next) {
            return new PartOutcome.OutOfOrder(next);
        }
        keep(recording, draft, file);
        return new PartOutcome.Stored();
    }

    private void keep(Asked recording, PartDraft draft, FileId file) {
        var id = draft.recording();
        files.keep(file);
        recordings.addPart(
                id,
                new Recordings.Part(
                        draft.place(), draft.segment(), file, draft.content().reveal().length),
                cipher.encryptText(
                        recording.facts().patient(), Recordings.tallyOf(id), String.valueOf(draft.place() + 1)),
                clock.instant());
    }
}
