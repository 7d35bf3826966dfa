package health.visavis.messaging;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import health.visavis.access.Role;
import health.visavis.kernel.MessageId;
import health.visavis.kernel.PersonId;
import health.visavis.kernel.Sensitive;
import health.visavis.kernel.ThreadId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Messages sent through this instance in the last seconds, in memory: those who follow the thread need not
/// read and open them again. A message whose transaction rolled back is never asked for, because its live event
/// rolled back with it.
@Component
class FreshMessages {

    record Fresh(ThreadId thread, long sequence, PersonId sender, Role role, Sensitive<String> text, Instant sentAt) {}

    /// In characters of text; an entry without any takes about 300 bytes.
    private static final long ROOM = 8_000_000;

    private static final int WITHOUT_TEXT = 300;

    /// So short that the room is not full at any rate at which messages come: a full cache turns away what is new,
    /// which is just what is about to be asked for.
    private static final Duration KEPT = Duration.ofSeconds(3);

    private final Cache<MessageId, Fresh> messages = Caffeine.newBuilder()
            .maximumWeight(ROOM)
            .weigher((MessageId id, Fresh message) ->
                    WITHOUT_TEXT + message.text().reveal().length())
            .expireAfterWrite(KEPT)
            .build();

    void keep(MessageId id, ThreadId thread, long sequence, PersonId sender, Role role, String text, Instant sentAt) {
        messages.put(id, new Fresh(thread, sequence, sender, role, Sensitive.of(text), sentAt));
    }

    @Nullable
    Fresh find(MessageId id) {
        return messages.getIfPresent(id);
    }
}
