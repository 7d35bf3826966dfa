package health.visavis.messaging;

import health.visavis.access.Actor;
import health.visavis.files.EncryptedFiles;
import health.visavis.files.FileIntake;
import health.visavis.files.FileQuota;
import health.visavis.files.FileRefusal;
import health.visavis.files.Intake;
import health.visavis.kernel.PatientId;
import health.visavis.messaging.MessageDraft.SentFile;
import org.springframework.stereotype.Component;

/// Sends a file as a message. [OfferFile] asks for the permission; then, outside of any transaction, the file is
/// looked at and stored; [SendMessage] makes it stay in the transaction that stores the message. When that does not
/// happen, the file is swept away.
@Component
public class SendFile {

    private final OfferFile offerFile;
    private final FileQuota quota;
    private final FileIntake intake;
    private final EncryptedFiles files;
    private final SendMessage sendMessage;

    SendFile(OfferFile offerFile, FileQuota quota, FileIntake intake, EncryptedFiles files, SendMessage sendMessage) {
        this.offerFile = offerFile;
        this.quota = quota;
        this.intake = intake;
        this.files = files;
        this.sendMessage = sendMessage;
    }

    /// Comes back when all of it is stored.
    public FileOutcome send(Actor actor, FileDraft draft) {
        var patient = offerFile.offer(actor, draft.thread());
        if (draft.text().reveal().strip().length() > MessageDraft.LONGEST) {
            return new FileOutcome.TextTooLong(MessageDraft.LONGEST);
        }
        if (!quota.hasRoom(actor.person(), draft.content().reveal().length)) {
            return new FileOutcome.Refused(FileRefusal.TOO_MUCH_TODAY);
        }
        return switch (intake.look(draft.name().reveal(), draft.content().reveal())) {
            case Intake.Refused refused -> new FileOutcome.Refused(refused.why());
            case Intake.Accepted accepted -> store(actor, draft, patient, accepted);
        };
    }

    private FileOutcome store(Actor actor, FileDraft draft, PatientId patient, Intake.Accepted accepted) {
        var content = files.stageSent(actor.person(), patient, accepted.details(), accepted.content());
        var preview = accepted.preview() == null
                ? null
                : files.stage(
                        patient,
                        accepted.preview().details(),
                        accepted.preview().content());
        var message = new MessageDraft(draft.thread(), draft.clientId(), draft.text(), new SentFile(content, preview));
        return switch (sendMessage.send(actor, message)) {
            case SendOutcome.Stored stored ->
                new FileOutcome.Stored(stored.message(), stored.sequence(), stored.sentAt());
            case SendOutcome.CareOver over -> new FileOutcome.CareOver();
            case SendOutcome.ContentGone gone -> new FileOutcome.ContentGone();
            case SendOutcome.TooLong tooLong -> new FileOutcome.TextTooLong(tooLong.longest());
            case SendOutcome.Empty empty -> throw new IllegalStateException("a message with a file is never empty");
        };
    }
}
