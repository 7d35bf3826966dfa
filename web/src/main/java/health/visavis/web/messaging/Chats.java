package health.visavis.web.messaging;

import health.visavis.access.Actor;
import health.visavis.files.FileIntake;
import health.visavis.kernel.AppointmentId;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.ThreadId;
import health.visavis.messaging.MarkRead;
import health.visavis.messaging.ReadThread;
import health.visavis.messaging.StartThread;
import health.visavis.messaging.ThreadPage;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Conversations for pages that draw one with `messaging/chat.jte` and its island.
@Component
public class Chats {

    private final StartThread startThread;
    private final ReadThread readThread;
    private final MarkRead markRead;
    private final FileIntake intake;

    Chats(StartThread startThread, ReadThread readThread, MarkRead markRead, FileIntake intake) {
        this.startThread = startThread;
        this.readThread = readThread;
        this.markRead = markRead;
        this.intake = intake;
    }

    /// The conversation of a visit, opened when it is first looked at.
    public Optional<ChatView> ofVisit(
            Actor actor, AppointmentId appointment, PatientId patient, ClinicianId clinician) {
        return startThread.ofVisit(actor, appointment, patient, clinician).map(thread -> view(open(actor, thread)));
    }

    ChatView view(ThreadPage page) {
        return ChatView.of(page, new FileRules(intake.largest(), intake.takesDocuments()));
    }

    /// The newest messages; looking at them is reading them.
    ThreadPage open(Actor actor, ThreadId thread) {
        var page = readThread.newest(actor, thread);
        if (page.thread().unread() > 0) {
            markRead.upTo(actor, thread, page.thread().lastSequence());
        }
        return page;
    }
}
