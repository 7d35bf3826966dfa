package health.visavis.messaging;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.Permission;
import health.visavis.access.Role;
import health.visavis.access.UseCase;
import health.visavis.files.EncryptedFiles;
import health.visavis.kernel.MessageId;
import health.visavis.keys.PatientCipher;
import health.visavis.live.LiveEvents;
import health.visavis.live.Topic;
import health.visavis.messaging.MessageDraft.SentFile;
import health.visavis.messaging.store.Messages;
import health.visavis.messaging.store.Messages.MessageFile;
import health.visavis.messaging.store.Messages.NewMessage;
import health.visavis.messaging.store.Messages.Receipt;
import health.visavis.messaging.store.Threads;
import health.visavis.people.CarePair;
import health.visavis.people.People;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Stores a message, sealed, once for every client id. Pages send through [PostOffice], which shares commits.
@UseCase
public class SendMessage {

    /// A message that somebody wants to send.
    record Posting(Actor actor, MessageDraft draft) {}

    private final Access access;
    private final Threads threads;
    private final Messages messages;
    private final PatientCipher cipher;
    private final People people;
    private final LiveEvents live;
    private final FreshMessages fresh;
    private final EncryptedFiles files;
    private final Clock clock;

    SendMessage(
            Access access,
            Threads threads,
            Messages messages,
            PatientCipher cipher,
            People people,
            LiveEvents live,
            FreshMessages fresh,
            EncryptedFiles files,
            Clock clock) {
        this.access = access;
        this.threads = threads;
        this.messages = messages;
        this.cipher = cipher;
        this.people = people;
        this.live = live;
        this.fresh = fresh;
        this.files = files;
        this.clock = clock;
    }

    public SendOutcome send(Actor actor, MessageDraft draft) {
        access.require(actor, mayWrite(draft));
        return store(List.of(new Posting(actor, draft))).getFirst();
    }

    /// Messages that share the caller's transaction: they are all stored, or the first that is refused refuses all.
    ///
    /// @return an answer for each, in their order
    List<SendOutcome> sendTogether(List<Posting> postings) {
        access.requireAll(postings.stream()
                .map(posting -> new Access.Request(posting.actor(), mayWrite(posting.draft())))
                .toList());
        return store(postings);
    }

    private Permission mayWrite(MessageDraft draft) {
        return threads.permission(Action.SEND_MESSAGE, draft.thread());
    }

    private List<SendOutcome> store(List<Posting> postings) {
        var caring = caring(postings);
        var readable = postings.stream()
                .filter(posting -> flaw(posting, caring) == null)
                .toList();
        var sealed = readable.stream().map(this::seal).toList();
        var sentAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var receipts = messages.append(sealed, sentAt).iterator();
        var written = sealed.iterator();
        return postings.stream()
                .map(posting -> {
                    var flaw = flaw(posting, caring);
                    return flaw != null ? flaw : announce(posting.draft(), written.next(), receipts.next());
                })
                .toList();
    }

    /// One question for all: only patients can write where care is over, staff are refused before.
    private Set<CarePair> caring(List<Posting> postings) {
        var asked = postings.stream()
                .filter(posting -> posting.actor().patient() != null)
                .map(posting -> pair(posting.draft()))
                .collect(Collectors.toSet());
        return asked.isEmpty() ? Set.of() : people.caring(asked);
    }

    private CarePair pair(MessageDraft draft) {
        var facts = threads.facts(draft.thread()).orElseThrow();
        return new CarePair(facts.patient(), facts.clinician());
    }

    private @Nullable SendOutcome flaw(Posting posting, Set<CarePair> caring) {
        var pair = pair(posting.draft());
        if (pair.patient().equals(posting.actor().patient()) && !caring.contains(pair)) {
            return new SendOutcome.CareOver();
        }
        var flaw = flaw(posting.draft());
        return flaw == null && !cipher.seals(pair.patient()) ? new SendOutcome.ContentGone() : flaw;
    }

    private static @Nullable SendOutcome flaw(MessageDraft draft) {
        var length = text(draft).length();
        if (length == 0 && draft.file() == null) {
            return new SendOutcome.Empty();
        }
        return length > MessageDraft.LONGEST ? new SendOutcome.TooLong(MessageDraft.LONGEST) : null;
    }

    private NewMessage seal(Posting posting) {
        var draft = posting.draft();
        var sender = posting.actor();
        var patient = threads.facts(draft.thread()).orElseThrow().patient();
        var role = patient.equals(sender.patient()) ? Role.PATIENT : sender.is(Role.DOCTOR) ? Role.DOCTOR : Role.NURSE;
        var id = MessageId.next();
        return new NewMessage(
                id,
                draft.thread(),
                sender.person(),
                role,
                draft.clientId(),
                cipher.encryptText(patient, Messages.bodyOf(id), text(draft)),
                !sender.proxy());
    }

    private SendOutcome announce(MessageDraft draft, NewMessage written, Receipt receipt) {
        if (receipt.isNew()) {
            var file = draft.file();
            if (file == null) {
                fresh.keep(
                        receipt.message(),
                        draft.thread(),
                        receipt.sequence(),
                        written.sender(),
                        written.senderRole(),
                        text(draft),
                        receipt.sentAt());
            } else {
                attach(receipt.message(), file);
            }
            live.publish(
                    Topic.thread(draft.thread().value()),
                    "message",
                    receipt.message().value());
            receipt.otherParticipants()
                    .forEach(person -> live.publish(
                            Topic.person(person.value()),
                            "unread",
                            draft.thread().value()));
        }
        return new SendOutcome.Stored(receipt.message(), receipt.sequence(), receipt.sentAt());
    }

    private void attach(MessageId message, SentFile file) {
        messages.attach(message, new MessageFile(file.content(), file.preview()));
        files.keep(file.content());
        if (file.preview() != null) {
            files.keep(file.preview());
        }
    }

    private static String text(MessageDraft draft) {
        return draft.text().reveal().strip();
    }
}
