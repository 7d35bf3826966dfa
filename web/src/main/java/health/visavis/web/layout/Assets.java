package health.visavis.web.layout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The address of each built style sheet and island. File names carry a hash of their content, so browsers may keep
/// them for ever.
@Component
public final class Assets {

    static final String FOLDER = "/assets/";
    private static final String MANIFEST = "static/assets/manifest.json";

    private final Map<String, Built> built = new TreeMap<>();
    private final boolean missing;

    public Assets() {
        var manifest = new ClassPathResource(MANIFEST);
        this.missing = !manifest.exists();
        if (missing) {
            return;
        }
        try (var json = manifest.getInputStream()) {
            JsonMapper.shared()
                    .readTree(json)
                    .properties()
                    .forEach(entry -> built.put(entry.getKey(), Built.of(entry.getValue())));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /// `main.css` or `<island>.ts`. Without a front-end build (tests of Java alone) the plain name is answered.
    public String address(String name) {
        var entry = built.get(source(name));
        if (entry != null) {
            return FOLDER + entry.file();
        }
        if (missing) {
            return FOLDER + name;
        }
        throw new IllegalArgumentException("The front-end build made no " + name);
    }

    /// What an island imports, all the way down: the browser can fetch it before the island asks.
    public List<String> imports(String name) {
        var files = new LinkedHashSet<String>();
        collect(built.get(source(name)), files);
        return List.copyOf(files);
    }

    private void collect(@Nullable Built entry, Set<String> files) {
        if (entry == null) {
            return;
        }
        for (var name : entry.imports()) {
            var imported = built.get(name);
            if (imported != null && files.add(FOLDER + imported.file())) {
                collect(imported, files);
            }
        }
    }

    private static String source(String name) {
        if (name.endsWith(".css")) {
            return "src/main/styles/" + name;
        }
        var island = name.replaceFirst("\\.ts$", "");
        return "src/main/islands/" + island + "/" + island + ".ts";
    }

    private record Built(String file, List<String> imports) {

        static Built of(JsonNode json) {
            var imports =
                    json.path("imports").valueStream().map(JsonNode::asString).toList();
            return new Built(json.path("file").asString(), imports);
        }
    }
}
