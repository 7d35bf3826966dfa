package health.visavis.messaging;

import health.visavis.kernel.FileId;
import health.visavis.kernel.Sensitive;
import health.visavis.kernel.ThreadId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody wants to say.
///
/// @param clientId made by the sender's page: the same id sent again is the same message
/// @param file what is sent with it; then the text may be empty
public record MessageDraft(
        ThreadId thread,
        UUID clientId,
        Sensitive<String> text,
        @Nullable SentFile file) {

    /// Files that were staged for it.
    ///
    /// @param preview a small picture of it
    record SentFile(FileId content, @Nullable FileId preview) {}

    public static final int LONGEST = 4_000;

    public MessageDraft(ThreadId thread, UUID clientId, Sensitive<String> text) {
        this(thread, clientId, text, null);
    }
}
