package health.visavis.azure.http;

import com.azure.core.http.HttpResponse;
import com.azure.json.JsonProviders;
import com.azure.json.JsonReader;
import com.azure.json.JsonWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What goes to a service and comes back from it: JSON objects as maps of texts, numbers, booleans, lists and maps.
public final class JsonObjects {

    private JsonObjects() {}

    /// As UTF-8.
    public static byte[] written(Map<String, ? extends @Nullable Object> object) {
        try (var bytes = new ByteArrayOutputStream();
                JsonWriter writer = JsonProviders.createWriter(bytes)) {
            writer.writeUntyped(object);
            writer.flush();
            return bytes.toByteArray();
        } catch (IOException cannotHappen) {
            throw new UncheckedIOException(cannotHappen);
        }
    }

    /// The object in the body of an answer; one without members where there is no body, nothing where the body is
    /// something else.
    public static Optional<Map<String, Object>> read(HttpResponse response) {
        var body = response.getBodyAsBinaryData();
        if (body == null || body.toBytes().length == 0) {
            return Optional.of(Map.of());
        }
        try (JsonReader reader = JsonProviders.createReader(body.toBytes())) {
            return Optional.of(Objects.requireNonNullElse(reader.readMap(JsonReader::readUntyped), Map.of()));
        } catch (IOException | IllegalStateException notJson) {
            return Optional.empty();
        }
    }
}
