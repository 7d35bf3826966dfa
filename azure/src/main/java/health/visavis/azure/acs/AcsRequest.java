package health.visavis.azure.acs;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What one request says.
///
/// @param id the part of the path that varies
/// @param next the address of a following page, in place of the path
/// @param body nulls in it are sent: they remove
record AcsRequest(
        AcsOperation operation,
        @Nullable String id,
        @Nullable URI next,
        Map<String, String> headers,
        @Nullable Map<String, ? extends @Nullable Object> body,
        String mediaType) {

    private static final String JSON = "application/json";

    AcsRequest {
        headers = Map.copyOf(headers);
    }

    AcsRequest(AcsOperation operation) {
        this(operation, null, null, Map.of(), null, JSON);
    }

    AcsRequest about(String id) {
        return new AcsRequest(operation, id, next, headers, body, mediaType);
    }

    AcsRequest at(URI next) {
        return new AcsRequest(operation, id, next, headers, body, mediaType);
    }

    AcsRequest with(Map<String, ? extends @Nullable Object> body) {
        return new AcsRequest(operation, id, next, headers, body, JSON);
    }

    AcsRequest patching(Map<String, ? extends @Nullable Object> body) {
        return new AcsRequest(operation, id, next, headers, body, "application/merge-patch+json");
    }

    AcsRequest header(String name, String value) {
        var all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new AcsRequest(operation, id, next, all, body, mediaType);
    }

    /// However often it is sent, it happens once.
    AcsRequest repeatable(UUID requestId, Instant firstSent) {
        return header("Repeatability-Request-ID", requestId.toString())
                .header("Repeatability-First-Sent", httpDate(firstSent));
    }

    static String httpDate(Instant at) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
    }

    @Override
    public String toString() {
        return operation.toString();
    }
}
