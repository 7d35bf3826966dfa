package health.visavis.fhir;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.hl7.fhir.exceptions.FHIRException;
import org.hl7.fhir.r4.model.ResourceType;
import org.jspecify.annotations.Nullable;

/// Reads a file entry by entry: of a bundle of any size one resource at a time is in memory, and what nobody
/// keeps is skipped unread.
final class ResourceReader {

    /// What a file holds, in its order.
    interface Contents {
        void resource(RawResource resource);

        void notTaken(String type);

        void rejected(long line, String type, String reason);

        /// What a bundle says about itself, after its entries.
        void about(ObjectNode bundle);

        /// Between two lines of NDJSON: what came so far can be stored.
        void pause();
    }

    /// The file can not be read to its end, so nothing of it is taken.
    static final class FileRejected extends Exception {

        private final long line;

        FileRejected(long line, String reason) {
            super(reason, null, false, false);
            this.line = line;
        }

        long line() {
            return line;
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Set<String> taken;

    ResourceReader(Set<String> taken) {
        this.taken = taken;
    }

    void read(FhirFile file, Contents contents) throws FileRejected, IOException {
        if (file.isLines()) {
            readLines(file, contents);
        } else {
            readDocument(file, contents);
        }
    }

    private void readDocument(FhirFile file, Contents contents) throws FileRejected, IOException {
        try (var in = file.open();
                var parser = JSON.getFactory().createParser(in)) {
            try {
                document(parser, contents);
            } catch (StreamConstraintsException tooBig) {
                throw new FileRejected(line(tooBig, parser), "a value larger or deeper than is read");
            } catch (JsonProcessingException malformed) {
                throw new FileRejected(line(malformed, parser), "not well-formed JSON");
            }
        }
    }

    private void document(JsonParser parser, Contents contents) throws IOException, FileRejected {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new FileRejected(parser.currentLocation().getLineNr(), "no JSON object");
        }
        var single = JSON.createObjectNode();
        var line = parser.currentTokenLocation().getLineNr();
        var bundle = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            var value = parser.nextToken();
            if (name.equals("entry") && value == JsonToken.START_ARRAY) {
                bundle = true;
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    entry(parser, contents);
                }
            } else if (name.equals("resourceType") && "Bundle".equals(parser.getText())) {
                bundle = true;
            } else if (bundle && !name.equals("meta")) {
                parser.skipChildren();
            } else {
                single.set(name, JSON.readTree(parser));
            }
        }
        if (bundle) {
            contents.about(single);
        } else {
            resource(single, null, line, contents);
        }
        if (parser.nextToken() != null) {
            throw new FileRejected(parser.currentTokenLocation().getLineNr(), "more than one JSON document");
        }
    }

    private void entry(JsonParser parser, Contents contents) throws IOException {
        var line = parser.currentTokenLocation().getLineNr();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            contents.rejected(line, "", "an entry that is no object");
            return;
        }
        String fullUrl = null;
        Read read = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            var value = parser.nextToken();
            if (name.equals("fullUrl") && value == JsonToken.VALUE_STRING) {
                fullUrl = parser.getText();
            } else if (name.equals("resource") && value == JsonToken.START_OBJECT) {
                read = resource(parser);
            } else {
                parser.skipChildren();
            }
        }
        switch (read) {
            case Read.Skipped skipped -> contents.notTaken(skipped.type());
            case Read.Tree tree -> resource(tree.node(), fullUrl, line, contents);
            case null -> contents.rejected(line, "", "an entry without a resource");
        }
    }

    private sealed interface Read {
        record Skipped(String type) implements Read {}

        record Tree(ObjectNode node) implements Read {}
    }

    /// Most of a bundle's bytes are of kinds that nobody keeps; their type is nearly always told first.
    private Read resource(JsonParser parser) throws IOException {
        var node = JSON.createObjectNode();
        String skipped = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            var value = parser.nextToken();
            if (skipped != null) {
                parser.skipChildren();
            } else if (name.equals("resourceType")
                    && value == JsonToken.VALUE_STRING
                    && !taken.contains(parser.getText())) {
                skipped = parser.getText();
            } else {
                node.set(name, JSON.readTree(parser));
            }
        }
        return skipped != null ? new Read.Skipped(typeName(skipped)) : new Read.Tree(node);
    }

    private void readLines(FhirFile file, Contents contents) throws IOException {
        try (var lines = new BufferedReader(new InputStreamReader(file.open(), StandardCharsets.UTF_8))) {
            var number = 0L;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    line(line, number, contents);
                    contents.pause();
                }
            }
        }
    }

    private void line(String line, long number, Contents contents) {
        try {
            if (JSON.readTree(line) instanceof ObjectNode node) {
                resource(node, null, number, contents);
            } else {
                contents.rejected(number, "", "a line that is no JSON object");
            }
        } catch (JsonProcessingException malformed) {
            contents.rejected(number, "", "not well-formed JSON");
        }
    }

    private void resource(ObjectNode node, @Nullable String fullUrl, long line, Contents contents) {
        var type = node.path("resourceType").asText("");
        if (type.isEmpty()) {
            contents.rejected(line, "", "resourceType is missing");
        } else if (!taken.contains(type)) {
            contents.notTaken(typeName(type));
        } else {
            var id = node.path("id").isTextual() ? node.path("id").asText() : null;
            contents.resource(new RawResource(type, fullUrl, id, line, bytes(node)));
        }
    }

    static byte[] bytes(ObjectNode node) {
        try {
            return JSON.writeValueAsBytes(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree that was read can be written");
        }
    }

    private static long line(JsonProcessingException fault, JsonParser parser) {
        var location = fault.getLocation() != null ? fault.getLocation() : parser.currentLocation();
        return Math.max(1, location.getLineNr());
    }

    /// Somebody could put anything where a type should stand.
    private static String typeName(String type) {
        try {
            return ResourceType.fromCode(type).name();
        } catch (FHIRException unknown) {
            return "?";
        }
    }
}
