package health.visavis.messaging;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.Role;
import health.visavis.access.UseCase;
import health.visavis.kernel.MessageId;
import health.visavis.keys.PatientCipher;
import health.visavis.live.LiveEvents;
import health.visavis.live.Topic;
import health.visavis.messaging.store.Messages;
import health.visavis.messaging.store.Messages.NewMessage;
import health.visavis.messaging.store.Threads;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/// Stores a message, sealed, once for every client id. Pages send through [PostOffice], which shares commits.
@UseCase
public class SendMessage {

    private final Access access;
    private final Threads threads;
    private final Messages messages;
    private final PatientCipher cipher;
    private final LiveEvents live;
    private final FreshMessages fresh;
    private final Clock clock;

    SendMessage(
            Access access,
            Threads threads,
            Messages messages,
            PatientCipher cipher,
            LiveEvents live,
            FreshMessages fresh,
            Clock clock) {
        this.access = access;
        this.threads = threads;
        this.messages = messages;
        this.cipher = cipher;
        this.live = live;
        this.fresh = fresh;
        this.clock = clock;
    }

    public SendOutcome send(Actor actor, MessageDraft draft) {
        access.require(actor, threads.permission(Action.SEND_MESSAGE, draft.thread()));
        var text = draft.text().reveal().strip();
        if (text.isEmpty()) {
            return new SendOutcome.Empty();
        }
        if (text.length() > MessageDraft.LONGEST) {
            return new SendOutcome.TooLong(MessageDraft.LONGEST);
        }
        var thread = threads.facts(draft.thread()).orElseThrow();
        var id = MessageId.next();
        var role = thread.patient().equals(actor.patient())
                ? Role.PATIENT
                : actor.is(Role.DOCTOR) ? Role.DOCTOR : Role.NURSE;
        var sentAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var receipt = messages.append(new NewMessage(
                id,
                draft.thread(),
                actor.person(),
                role,
                draft.clientId(),
                cipher.encryptText(thread.patient(), Messages.bodyOf(id), text),
                sentAt));
        if (receipt.isNew()) {
            fresh.keep(id, draft.thread(), receipt.sequence(), actor.person(), role, text, sentAt);
            live.publish(Topic.thread(draft.thread().value()), "message", id.value());
            receipt.otherParticipants()
                    .forEach(person -> live.publish(
                            Topic.person(person.value()),
                            "unread",
                            draft.thread().value()));
        }
        return new SendOutcome.Stored(receipt.message(), receipt.sequence(), receipt.sentAt());
    }
}
