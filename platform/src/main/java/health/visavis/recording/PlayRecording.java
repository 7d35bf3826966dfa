package health.visavis.recording;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.files.EncryptedFiles;
import health.visavis.files.OpenFile;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.RecordingId;
import health.visavis.kernel.VisitId;
import health.visavis.keys.PatientCipher;
import health.visavis.recording.domain.Recording;
import health.visavis.recording.store.Recordings;
import health.visavis.recording.store.Recordings.Part;
import health.visavis.visit.InTheCall;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Recordings of a visit, for the doctor who held it. Each look is on the trail.
@UseCase
public class PlayRecording {

    private final Access access;
    private final InTheCall inTheCall;
    private final Recordings recordings;
    private final EncryptedFiles files;
    private final PatientCipher cipher;
    private final RecordingSettings settings;

    PlayRecording(
            Access access,
            InTheCall inTheCall,
            Recordings recordings,
            EncryptedFiles files,
            PatientCipher cipher,
            RecordingSettings settings) {
        this.access = access;
        this.inTheCall = inTheCall;
        this.recordings = recordings;
        this.files = files;
        this.cipher = cipher;
        this.settings = settings;
    }

    public List<KeptRecording> list(Actor actor, VisitId visit) {
        access.require(actor, Action.LIST_RECORDINGS.on(inTheCall.subject(visit)));
        return recordings.kept(visit).stream()
                .map(this::kept)
                .filter(recording -> !recording.segments().isEmpty())
                .toList();
    }

    /// Empty when there is no such segment any more.
    ///
    /// @throws RecordingDamaged when parts of the recording are missing
    public Optional<OpenSegment> open(Actor actor, RecordingId id, int segment) {
        access.require(actor, RecordingPermission.to(Action.READ_RECORDING, id, recordings));
        var parts = recordings.parts(id);
        var patient = recordings.find(id).orElseThrow().facts().patient();
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        checkTally(patient, id, parts.size());
        var wanted = parts.stream()
                .filter(part -> part.segment() == segment)
                .map(part -> opened(patient, id, part))
                .toList();
        return wanted.isEmpty() ? Optional.empty() : Optional.of(new OpenSegment(wanted));
    }

    private void checkTally(PatientId patient, RecordingId id, int parts) {
        var sealed = recordings.tally(id).orElseThrow(() -> new RecordingDamaged(id));
        if (!cipher.decryptText(patient, Recordings.tallyOf(id), sealed).equals(String.valueOf(parts))) {
            throw new RecordingDamaged(id);
        }
    }

    private OpenFile opened(PatientId patient, RecordingId id, Part part) {
        return files.open(patient, part.file())
                .filter(file -> file.details().name().equals(StorePart.name(id, part.segment(), part.place())))
                .orElseThrow(() -> new RecordingDamaged(id));
    }

    private KeptRecording kept(Recording.Stopped stopped) {
        var id = stopped.facts().id();
        return new KeptRecording(
                id,
                Objects.requireNonNull(stopped.startedAt()),
                stopped.stoppedAt(),
                stopped.stoppedAt().plus(settings.retention()),
                recordings.parts(id).stream().map(Part::segment).distinct().toList());
    }
}
