package health.visavis.proof.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// One object as it would be sent to a cluster.
record Manifest(JsonNode content) {

    String kind() {
        return text("kind");
    }

    String name() {
        return text("metadata.name");
    }

    boolean is(String kind) {
        return kind().equals(kind);
    }

    @Override
    public String toString() {
        return kind() + "/" + name();
    }

    /// What lies at a path such as `spec.template.spec`; a missing node when there is nothing.
    JsonNode at(String path) {
        return at(content, path);
    }

    static JsonNode at(JsonNode from, String path) {
        var found = from;
        for (var step : path.split("\\.")) {
            found = found.isArray() ? found.path(Integer.parseInt(step)) : found.path(step);
        }
        return found;
    }

    String text(String path) {
        return at(path).asText();
    }

    /// The pod that this makes, whatever makes it; missing when it makes none.
    JsonNode pod() {
        return switch (kind()) {
            case "Deployment", "Job" -> at("spec.template");
            case "CronJob" -> at("spec.jobTemplate.spec.template");
            default -> MissingNode.getInstance();
        };
    }

    boolean makesPods() {
        return !pod().isMissingNode();
    }

    List<JsonNode> containers() {
        return Stream.of("containers", "initContainers")
                .flatMap(list -> all(pod().path("spec").path(list)))
                .toList();
    }

    static Stream<JsonNode> all(JsonNode list) {
        var found = new ArrayList<JsonNode>();
        list.forEach(found::add);
        return found.stream();
    }

    /// Every value below, with its path.
    static Stream<Value> values(String path, JsonNode node) {
        if (node.isObject()) {
            return node.properties().stream()
                    .flatMap(field ->
                            values(path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue()));
        }
        if (node.isArray()) {
            return all(node).flatMap(element -> values(path + ".*", element));
        }
        return Stream.of(new Value(path, node.asText()));
    }

    record Value(String path, String text) {}
}
