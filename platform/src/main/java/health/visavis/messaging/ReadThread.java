package health.visavis.messaging;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.Role;
import health.visavis.access.UseCase;
import health.visavis.files.EncryptedFiles;
import health.visavis.kernel.PersonId;
import health.visavis.kernel.ThreadId;
import health.visavis.keys.PatientCipher;
import health.visavis.live.LiveEvents;
import health.visavis.live.Topic;
import health.visavis.messaging.store.Messages;
import health.visavis.messaging.store.Messages.StoredMessage;
import health.visavis.messaging.store.Threads;
import health.visavis.people.CarePair;
import health.visavis.people.People;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Opens a page of a conversation.
@UseCase
public class ReadThread {

    public static final int PAGE = 50;

    private final Access access;
    private final Threads threads;
    private final Messages messages;
    private final PatientCipher cipher;
    private final EncryptedFiles files;
    private final LiveEvents live;
    private final People people;
    private final ThreadNames names;

    ReadThread(
            Access access,
            Threads threads,
            Messages messages,
            PatientCipher cipher,
            EncryptedFiles files,
            LiveEvents live,
            People people,
            ThreadNames names) {
        this.access = access;
        this.threads = threads;
        this.messages = messages;
        this.cipher = cipher;
        this.files = files;
        this.live = live;
        this.people = people;
        this.names = names;
    }

    /// The newest messages.
    public ThreadPage newest(Actor actor, ThreadId thread) {
        return before(actor, thread, Long.MAX_VALUE);
    }

    /// The messages before `sequence`.
    public ThreadPage before(Actor actor, ThreadId thread, long sequence) {
        var receipt = access.require(actor, threads.permission(Action.READ_MESSAGES, thread));
        var liveSequence = live.latest(Topic.thread(thread.value()));
        var summary = names.summarise(threads.summary(thread, actor.person()).orElseThrow());
        var found = messages.before(thread, sequence, PAGE + 1);
        var earlier = found.size() > PAGE;
        var page = earlier ? found.subList(1, found.size()) : found;
        var senders = people.displayNames(
                page.stream().map(StoredMessage::sender).distinct().toList());
        return new ThreadPage(
                summary,
                open(actor, summary, page, senders),
                earlier,
                !receipt.inEmergency() && open(actor, summary),
                receipt.inEmergency(),
                liveSequence);
    }

    private boolean open(Actor actor, ThreadSummary thread) {
        var pair = new CarePair(thread.patient(), thread.clinician());
        return !thread.patient().equals(actor.patient())
                || people.caring(Set.of(pair)).contains(pair);
    }

    private List<MessageView> open(
            Actor actor, ThreadSummary thread, List<StoredMessage> page, Map<PersonId, String> senders) {
        var patient = people.patient(thread.patient()).orElseThrow().person();
        var sent = files.details(
                thread.patient(),
                page.stream().map(StoredMessage::file).filter(Objects::nonNull).toList());
        return page.stream()
                .map(message -> new MessageView(
                        message.id(),
                        message.sequence(),
                        message.sender(),
                        senders.getOrDefault(message.sender(), ""),
                        message.senderRole(),
                        cipher.decryptText(thread.patient(), Messages.bodyOf(message.id()), message.body()),
                        message.sentAt(),
                        message.sender().equals(actor.person()),
                        message.senderRole() == Role.PATIENT
                                && !message.sender().equals(patient),
                        message.file() == null ? null : sent.get(message.file())))
                .toList();
    }
}
