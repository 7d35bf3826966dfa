package health.visavis.recording;

import health.visavis.access.Actor;
import health.visavis.files.EncryptedFiles;
import health.visavis.files.FileDetails;
import health.visavis.files.FileKind;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.RecordingId;
import health.visavis.recording.KeepPiece.Piece;
import health.visavis.recording.store.Recordings.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// Where a recorder tells what has become of it, and hands in what it has made. No page or API calls this: a recorder's
/// adapter does.
@Component
public class RecordingDesk {

    private static final Actor SELF = Actor.system("recorder");

    private final RecorderView recordings;
    private final EncryptedFiles files;
    private final KeepPiece keepPiece;
    private final CallRecorders recorders;
    private final RecordingSettings settings;

    RecordingDesk(
            RecorderView recordings,
            EncryptedFiles files,
            KeepPiece keepPiece,
            CallRecorders recorders,
            RecordingSettings settings) {
        this.recordings = recordings;
        this.files = files;
        this.keepPiece = keepPiece;
        this.recorders = recorders;
        this.settings = settings;
    }

    /// A recorder that had to wait can go on now: it is told where the recording stands.
    public void isReady(RecordingId recording) {
        recorders.tell(recording);
    }

    /// Sealed part by part, so that no more than one is in memory, and kept all at once. Not in a transaction.
    ///
    /// @param name of the piece at its recorder: the same twice is kept once
    /// @return false when the recording never ran, or is deleted already: then nothing of it may be kept anywhere
    /// @throws IOException when the content broke off; nothing is kept, and it may be handed in again
    public boolean take(RecordingId recording, String name, FileKind kind, InputStream content) throws IOException {
        var patient = recordings.of(all -> all.takesPieces(recording));
        if (!settings.allowed() || patient.isEmpty()) {
            return false;
        }
        var first = recordings.of(all -> all.parts(recording)).size();
        return recordings.of(all -> all.hasPiece(recording, name))
                || keepPiece.keep(
                        SELF,
                        new Piece(recording, name, first, stored(patient.get(), recording, first, kind, content)));
    }

    private List<Part> stored(PatientId patient, RecordingId recording, int first, FileKind kind, InputStream content)
            throws IOException {
        var parts = new ArrayList<Part>();
        var bytes = content.readNBytes(settings.partAtMost());
        while (bytes.length > 0) {
            var place = first + parts.size();
            var details = new FileDetails(StorePart.name(recording, first, place), kind, bytes.length, 0, 0);
            parts.add(new Part(place, first, files.stage(patient, details, bytes), bytes.length));
            bytes = content.readNBytes(settings.partAtMost());
        }
        return parts;
    }
}
