package health.visavis.web.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.visavis.live.LiveEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What this package itself says to a page.
sealed interface LiveAnswer {

    String type();

    record Event(String type, String topic, long seq, String kind, Instant at, Object data) implements LiveAnswer {
        static Event of(LiveEvent event, Object data) {
            return new Event("event", event.topic().toString(), event.sequence(), event.kind(), event.at(), data);
        }
    }

    record Subscribed(String type, String topic, long seq) implements LiveAnswer {
        Subscribed(String topic, long seq) {
            this("subscribed", topic, seq);
        }
    }

    record Gap(String type, String topic, long seq) implements LiveAnswer {
        Gap(String topic, long seq) {
            this("gap", topic, seq);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Refused(
            String type, @Nullable String topic, @Nullable String of) implements LiveAnswer {
        static Refused topic(String topic) {
            return new Refused("refused", topic, null);
        }

        static Refused command(String type) {
            return new Refused("refused", null, type);
        }
    }

    record Error(String type, String reason) implements LiveAnswer {
        Error(String reason) {
            this("error", reason);
        }
    }

    record Pong(String type) implements LiveAnswer {
        Pong() {
            this("pong");
        }
    }
}
