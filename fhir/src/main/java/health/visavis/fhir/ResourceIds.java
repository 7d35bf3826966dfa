package health.visavis.fhir;

import health.visavis.fhir.mapper.ResourceRejected;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// By what a resource is known when it comes again: its id, else the UUID of its full URL, else a name made of its
/// first identifier.
final class ResourceIds {

    private static final Pattern FHIR_ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");

    private static final String URN = "urn:uuid:";

    private ResourceIds() {}

    static String of(RawResource raw) throws ResourceRejected {
        var id = raw.id() != null ? raw.id() : fromUrl(raw.fullUrl());
        if (id == null) {
            id = fromIdentifier(raw);
        }
        if (id == null) {
            throw new ResourceRejected("neither id nor identifier");
        }
        if (!FHIR_ID.matcher(id).matches()) {
            throw new ResourceRejected("id is not a FHIR id");
        }
        return id;
    }

    private static @Nullable String fromUrl(@Nullable String fullUrl) {
        return fullUrl != null && fullUrl.startsWith(URN) ? fullUrl.substring(URN.length()) : null;
    }

    private static @Nullable String fromIdentifier(RawResource raw) {
        try {
            var first =
                    ResourceReader.JSON.readTree(raw.json()).path("identifier").path(0);
            if (!first.path("system").isTextual() || !first.path("value").isTextual()) {
                return null;
            }
            var name = first.path("system").asText() + "|" + first.path("value").asText();
            return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
        } catch (IOException impossible) {
            return null;
        }
    }
}
