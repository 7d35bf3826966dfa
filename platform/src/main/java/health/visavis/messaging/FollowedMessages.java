package health.visavis.messaging;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import health.visavis.access.Access;
import health.visavis.access.Access.Continuation;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.Role;
import health.visavis.files.EncryptedFiles;
import health.visavis.files.FileDetails;
import health.visavis.kernel.FileId;
import health.visavis.kernel.MessageId;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import health.visavis.kernel.ThreadId;
import health.visavis.keys.ContentDestroyed;
import health.visavis.keys.PatientCipher;
import health.visavis.messaging.store.Messages;
import health.visavis.messaging.store.Messages.StoredMessage;
import health.visavis.messaging.store.Threads;
import health.visavis.people.People;
import health.visavis.people.PersonSummary;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Hands a message that has just arrived to somebody who follows its thread. [FollowThread] put the following
/// on the audit trail; here the permission is only asked again, at most once a minute, so that an ended care
/// relationship ends the following too; for whoever acts for a patient it is asked each time, because a patient takes
/// that
/// back from one moment to the next.
@Component
public class FollowedMessages {

    private record Following(PersonId person, ThreadId thread) {}

    private final Access access;
    private final Threads threads;
    private final Messages messages;
    private final FreshMessages fresh;
    private final PatientCipher cipher;
    private final EncryptedFiles files;
    private final People people;
    private final TransactionTemplate transaction;

    private final Cache<Following, Optional<Continuation>> allowed = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();
    private final Cache<ThreadId, PersonId> patients =
            Caffeine.newBuilder().maximumSize(10_000).build();
    private final Cache<PersonId, String> names = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    FollowedMessages(
            Access access,
            Threads threads,
            Messages messages,
            FreshMessages fresh,
            PatientCipher cipher,
            EncryptedFiles files,
            People people,
            PlatformTransactionManager transactions) {
        this.access = access;
        this.threads = threads;
        this.messages = messages;
        this.fresh = fresh;
        this.cipher = cipher;
        this.files = files;
        this.people = people;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Empty when the follower may no longer read, nobody can any more, or there is no such message in this thread.
    public Optional<MessageView> message(Actor actor, ThreadId thread, MessageId id) {
        var mayRead = actor.proxy()
                ? mayRead(actor, thread)
                : allowed.get(new Following(actor.person(), thread), following -> mayRead(actor, thread));
        try {
            return mayRead.flatMap(permitted -> read(actor, thread, id, permitted));
        } catch (ContentDestroyed gone) {
            return Optional.empty();
        }
    }

    private Optional<Continuation> mayRead(Actor actor, ThreadId thread) {
        return access.continues(actor, threads.permission(Action.READ_MESSAGES, thread));
    }

    private Optional<MessageView> read(Actor actor, ThreadId thread, MessageId id, Continuation permitted) {
        var inMemory = fresh.find(id);
        if (inMemory != null && inMemory.thread().equals(thread)) {
            return Optional.of(new MessageView(
                    id,
                    inMemory.sequence(),
                    inMemory.sender(),
                    name(inMemory.sender()),
                    inMemory.role(),
                    inMemory.text().reveal(),
                    inMemory.sentAt(),
                    inMemory.sender().equals(actor.person()),
                    byProxy(thread, inMemory.sender(), inMemory.role()),
                    null));
        }
        var patient = threads.facts(thread).orElseThrow().patient();
        return stored(thread, id, permitted)
                .map(stored -> new MessageView(
                        stored.id(),
                        stored.sequence(),
                        stored.sender(),
                        name(stored.sender()),
                        stored.senderRole(),
                        cipher.decryptText(patient, Messages.bodyOf(stored.id()), stored.body()),
                        stored.sentAt(),
                        stored.sender().equals(actor.person()),
                        byProxy(thread, stored.sender(), stored.senderRole()),
                        file(patient, stored.file(), permitted)));
    }

    private Optional<StoredMessage> stored(ThreadId thread, MessageId id, Continuation permitted) {
        return Objects.requireNonNull(transaction.execute(open -> {
            access.resume(permitted);
            return messages.find(thread, id);
        }));
    }

    private boolean byProxy(ThreadId thread, PersonId sender, Role role) {
        return role == Role.PATIENT
                && !patients.get(
                                thread,
                                id -> people.patient(
                                                threads.facts(id).orElseThrow().patient())
                                        .orElseThrow()
                                        .person())
                        .equals(sender);
    }

    private @Nullable FileDetails file(PatientId patient, @Nullable FileId id, Continuation permitted) {
        return id == null
                ? null
                : transaction.execute(open -> {
                    access.resume(permitted);
                    return files.details(patient, List.of(id)).get(id);
                });
    }

    private String name(PersonId person) {
        return names.get(
                person, id -> people.person(id).map(PersonSummary::displayName).orElse(""));
    }
}
