package health.visavis.simulator.acs;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/// Moments as the services write them: with an offset, never with a Z.
final class Times {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSSxxx");

    private Times() {}

    static String written(Instant at) {
        return WRITTEN.format(at.atOffset(ZoneOffset.UTC));
    }

    static @Nullable Instant read(JsonNode node) {
        if (!node.isTextual()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(node.asText()).toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    static boolean isHttpDate(@Nullable String text) {
        if (text == null) {
            return false;
        }
        try {
            DateTimeFormatter.RFC_1123_DATE_TIME.parse(text);
            return true;
        } catch (DateTimeException unreadable) {
            return false;
        }
    }
}
