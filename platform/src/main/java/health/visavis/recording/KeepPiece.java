package health.visavis.recording;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.files.EncryptedFiles;
import health.visavis.kernel.RecordingId;
import health.visavis.keys.PatientCipher;
import health.visavis.recording.store.Recordings;
import health.visavis.recording.store.Recordings.Part;
import java.time.Clock;
import java.util.List;

/// Makes a stored piece belong to its recording, as a segment of its own.
@UseCase
public class KeepPiece {

    /// @param name of the piece at its recorder
    /// @param first place of its first part
    public record Piece(RecordingId recording, String name, int first, List<Part> parts) {

        public Piece {
            parts = List.copyOf(parts);
        }
    }

    private final Access access;
    private final Recordings recordings;
    private final EncryptedFiles files;
    private final PatientCipher cipher;
    private final Clock clock;

    KeepPiece(Access access, Recordings recordings, EncryptedFiles files, PatientCipher cipher, Clock clock) {
        this.access = access;
        this.recordings = recordings;
        this.files = files;
        this.cipher = cipher;
        this.clock = clock;
    }

    /// @return false when the recording is deleted already
    /// @throws IllegalStateException when something else came in between: it is handed in again
    public boolean keep(Actor actor, Piece piece) {
        var id = piece.recording();
        access.require(actor, RecordingPermission.to(Action.KEEP_RECORDING, id, recordings));
        recordings.locked(id);
        var patient = recordings.takesPieces(id);
        if (patient.isEmpty()) {
            return false;
        }
        var now = clock.instant();
        if (!recordings.addPiece(id, piece.name(), now)) {
            return true;
        }
        if (recordings.parts(id).size() != piece.first()) {
            throw new IllegalStateException("recording " + id + " has got other parts meanwhile");
        }
        for (var part : piece.parts()) {
            files.keep(part.file());
            recordings.addPart(
                    id,
                    part,
                    cipher.encryptText(patient.get(), Recordings.tallyOf(id), String.valueOf(part.place() + 1)),
                    now);
        }
        return true;
    }
}
