package health.visavis.recording;

import health.visavis.access.Actor;
import health.visavis.files.EncryptedFiles;
import health.visavis.files.FileDetails;
import health.visavis.files.FileKind;
import health.visavis.kernel.RecordingId;
import health.visavis.kernel.Sensitive;
import org.springframework.stereotype.Component;

/// Stores a part of a recording: [OfferPart] asks for the permission, the content is sealed and stored outside of any
/// transaction, and [KeepPart] makes it stay when the recording still takes it.
@Component
public class StorePart {

    /// @param place where it belongs, from 0
    /// @param segment the run of the recorder that it belongs to
    public record PartDraft(RecordingId recording, int place, int segment, Sensitive<byte[]> content) {}

    public sealed interface PartOutcome {

        /// On disk, now or since it was first sent.
        record Stored() implements PartOutcome {}

        /// Another one is due.
        record OutOfOrder(int next) implements PartOutcome {}

        /// It does not run, or has been over for too long.
        record NotTaken() implements PartOutcome {}

        record TooLarge() implements PartOutcome {}
    }

    private final OfferPart offerPart;
    private final EncryptedFiles files;
    private final KeepPart keepPart;
    private final RecordingSettings settings;

    StorePart(OfferPart offerPart, EncryptedFiles files, KeepPart keepPart, RecordingSettings settings) {
        this.offerPart = offerPart;
        this.files = files;
        this.keepPart = keepPart;
        this.settings = settings;
    }

    public long largest() {
        return settings.partAtMost();
    }

    public PartOutcome store(Actor actor, PartDraft draft) {
        var patient = offerPart.offer(actor, draft.recording());
        var content = draft.content().reveal();
        if (patient.isEmpty()) {
            return new PartOutcome.NotTaken();
        }
        if (content.length == 0 || content.length > settings.partAtMost()) {
            return new PartOutcome.TooLarge();
        }
        var file = files.stage(patient.get(), details(draft), content);
        return keepPart.keep(actor, draft, file);
    }

    /// The place is sealed with the part: one that was put elsewhere is noticed when it is played.
    private static FileDetails details(PartDraft draft) {
        return new FileDetails(
                name(draft.recording(), draft.segment(), draft.place()),
                FileKind.WEBM,
                draft.content().reveal().length,
                0,
                0);
    }

    static String name(RecordingId recording, int segment, int place) {
        return recording + " " + segment + " " + place;
    }
}
