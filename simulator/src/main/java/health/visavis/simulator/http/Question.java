package health.visavis.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A request as it came over the wire; header names in any case.
public record Question(
        String method, String path, Map<String, String> query, Map<String, List<String>> headers, byte[] body) {

    public Question {
        query = Map.copyOf(query);
        var names = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
        names.putAll(headers);
        headers = names;
    }

    public @Nullable String header(String name) {
        var values = headers.get(name);
        return values == null || values.isEmpty() ? null : values.getFirst();
    }

    public @Nullable String parameter(String name) {
        return query.get(name);
    }

    /// Missing when there is none, or none that can be read.
    public JsonNode json() {
        try {
            var tree = body.length == 0 ? null : Json.MAPPER.readTree(body);
            return tree == null ? MissingNode.getInstance() : tree;
        } catch (IOException unreadable) {
            return MissingNode.getInstance();
        }
    }

    /// As a fault plan names it.
    @Override
    public String toString() {
        return method + " " + path;
    }
}
