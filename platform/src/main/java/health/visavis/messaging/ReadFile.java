package health.visavis.messaging;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.files.EncryptedFiles;
import health.visavis.files.OpenFile;
import health.visavis.kernel.FileId;
import health.visavis.kernel.MessageId;
import health.visavis.kernel.ThreadId;
import health.visavis.messaging.store.Messages;
import health.visavis.messaging.store.Messages.MessageFile;
import health.visavis.messaging.store.Threads;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Opens what was sent with a message. An address of a file opens nothing by itself: each time, whoever asks must be
/// one who may read the conversation now.
@UseCase
public class ReadFile {

    private final Access access;
    private final Threads threads;
    private final Messages messages;
    private final EncryptedFiles files;

    ReadFile(Access access, Threads threads, Messages messages, EncryptedFiles files) {
        this.access = access;
        this.threads = threads;
        this.messages = messages;
        this.files = files;
    }

    /// Empty when nothing was sent with that message.
    public Optional<OpenFile> content(Actor actor, ThreadId thread, MessageId message) {
        access.require(actor, threads.permission(Action.READ_FILE, thread));
        return open(thread, message, MessageFile::content);
    }

    /// Empty for what is no picture.
    public Optional<OpenFile> preview(Actor actor, ThreadId thread, MessageId message) {
        access.require(actor, threads.permission(Action.READ_FILE, thread));
        return open(thread, message, MessageFile::preview);
    }

    private Optional<OpenFile> open(ThreadId thread, MessageId message, Function<MessageFile, @Nullable FileId> which) {
        return messages.file(thread, message)
                .map(which)
                .flatMap(file -> files.open(threads.facts(thread).orElseThrow().patient(), file));
    }
}
