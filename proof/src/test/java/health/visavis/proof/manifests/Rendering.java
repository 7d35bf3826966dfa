package health.visavis.proof.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The manifests as `oc apply --kustomize FOLDER` would send them, by whichever tool with kustomize in it is here.
final class Rendering {

    static final Path SOURCES = Path.of("../deploy/openshift").toAbsolutePath().normalize();

    /// One project of the application each, named as the environment's parameters are in `deploy/azure/environments`.
    static final List<String> REGIONS = List.of(
            "overlays/dev", "overlays/test", "overlays/test-secondary", "overlays/prod", "overlays/prod-secondary");

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final List<List<String>> TOOLS =
            List.of(List.of("kubectl", "kustomize"), List.of("kustomize", "build"), List.of("oc", "kustomize"));

    private Rendering() {}

    /// Everything that can be applied.
    static List<String> everything() {
        return Stream.of(
                        REGIONS.stream(),
                        clusters().stream(),
                        REGIONS.stream().map(region -> region + "/cluster/operators"),
                        Stream.of("cluster/signed-images", "pipelines"))
                .flatMap(folders -> folders)
                .toList();
    }

    static List<String> clusters() {
        return REGIONS.stream().map(region -> region + "/cluster").toList();
    }

    static Optional<List<String>> tool() {
        return TOOLS.stream()
                .filter(words -> Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, words.getFirst()))))
                .findFirst();
    }

    /// @throws IllegalStateException with the tool's words when it refuses
    static List<Manifest> of(Path sources, String folder) {
        var command = new ArrayList<>(tool().orElseThrow());
        command.add(sources.resolve(folder).toString());
        try {
            var errors = Files.createTempFile("kustomize", ".txt");
            var process =
                    new ProcessBuilder(command).redirectError(errors.toFile()).start();
            var manifests = new ArrayList<Manifest>();
            try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(process.getInputStream())) {
                documents.forEachRemaining(document -> manifests.add(new Manifest(document)));
            }
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IllegalStateException(folder + ": " + Files.readString(errors));
            }
            Files.delete(errors);
            return manifests;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /// A copy of the sources in which one thing is broken.
    static Path broken(Path to, Mutation mutation) {
        try (var files = Files.walk(SOURCES)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = to.resolve(SOURCES.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
            var file = to.resolve(mutation.file());
            var text = Files.readString(file);
            if (!text.contains(mutation.change())) {
                throw new IllegalStateException(mutation + " changes nothing");
            }
            Files.writeString(
                    file, text.replaceFirst(Pattern.quote(mutation.change()), Matcher.quoteReplacement(mutation.to())));
            return to;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// @param change what stands there
    /// @param to what stands there instead
    record Mutation(String file, String change, String to) {}
}
