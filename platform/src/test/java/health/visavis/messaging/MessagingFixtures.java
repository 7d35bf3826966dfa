package health.visavis.messaging;

import health.visavis.access.Actor;
import health.visavis.kernel.MessageId;
import health.visavis.kernel.Sensitive;
import health.visavis.kernel.ThreadId;
import health.visavis.kernel.TimeOrderedId;
import health.visavis.people.BeginCareRelationship;
import health.visavis.people.PeopleFixtures;
import health.visavis.people.domain.Tie;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Conversations for module tests.
@Component
public class MessagingFixtures {

    private final PeopleFixtures people;
    private final BeginCareRelationship beginCare;
    private final StartThread startThread;
    private final SendMessage sendMessage;
    private final ReadThread readThread;
    private final TransactionTemplate transaction;

    MessagingFixtures(
            PeopleFixtures people,
            BeginCareRelationship beginCare,
            StartThread startThread,
            SendMessage sendMessage,
            ReadThread readThread,
            TransactionTemplate transaction) {
        this.people = people;
        this.beginCare = beginCare;
        this.startThread = startThread;
        this.sendMessage = sendMessage;
        this.readThread = readThread;
        this.transaction = transaction;
    }

    /// A patient and the doctor who treats her, in one conversation.
    public record Conversation(Actor patient, Actor doctor, ThreadId thread) {}

    public Conversation conversation() {
        return conversation(people.doctor());
    }

    public Conversation conversation(Actor doctor) {
        var patient = people.patient();
        var patientId = Objects.requireNonNull(patient.patient());
        var clinicianId = Objects.requireNonNull(doctor.clinician());
        transaction.executeWithoutResult(open -> beginCare.begin(patientId, clinicianId, new Tie.Assignment()));
        var thread = startThread.with(patient, patientId, clinicianId).orElseThrow();
        return new Conversation(patient, doctor, thread);
    }

    public SendOutcome.Stored send(Actor sender, ThreadId thread, String text) {
        return (SendOutcome.Stored) sendMessage.send(sender, draft(thread, text));
    }

    public MessageId newest(Actor reader, ThreadId thread) {
        return readThread.newest(reader, thread).messages().getLast().id();
    }

    public static MessageDraft draft(ThreadId thread, String text) {
        return new MessageDraft(thread, TimeOrderedId.next(), Sensitive.of(text));
    }
}
