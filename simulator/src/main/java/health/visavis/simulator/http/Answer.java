package health.visavis.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What goes back over the wire.
public record Answer(
        int status, Map<String, String> headers, @Nullable JsonNode body, byte @Nullable [] raw) {

    public Answer {
        headers = Map.copyOf(headers);
    }

    public static Answer of(int status) {
        return new Answer(status, Map.of(), null, null);
    }

    public static Answer of(int status, JsonNode body) {
        return new Answer(status, Map.of("Content-Type", "application/json; charset=utf-8"), body, null);
    }

    /// What somebody else wrote, as they wrote it.
    public static Answer ofBytes(int status, String mediaType, byte[] raw) {
        return new Answer(status, Map.of("Content-Type", mediaType), null, raw.clone());
    }

    public Answer with(String name, String value) {
        var all = new LinkedHashMap<>(headers);
        all.put(name, value);
        return new Answer(status, all, body, raw);
    }

    public byte[] bytes() {
        if (raw != null) {
            return raw.clone();
        }
        return body == null ? new byte[0] : body.toString().getBytes(StandardCharsets.UTF_8);
    }
}
