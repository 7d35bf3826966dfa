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

    private final Cache<MessageId, Fresh> messages = Caffeine.newBuilder()
            .maximumSize(2_000)
            .expireAfterWrite(Duration.ofSeconds(20))
            .build();

    void keep(MessageId id, ThreadId thread, long sequence, PersonId sender, Role role, String text, Instant sentAt) {
        messages.put(id, new Fresh(thread, sequence, sender, role, Sensitive.of(text), sentAt));
    }

    @Nullable
    Fresh find(MessageId id) {
        return messages.getIfPresent(id);
    }
}
