package health.visavis.proof.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import health.visavis.proof.manifests.Rendering.Mutation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/// A sentence about manifests, with the changes that it must notice.
final class Rule {

    /// Rendered once for all rules.
    private static final Map<String, List<Manifest>> RENDERED = new ConcurrentHashMap<>();

    private final List<String> folders;
    private final BiConsumer<Rendered, List<String>> check;
    private final List<Mutation> noticed = new ArrayList<>();

    /// @param folder what was rendered, such as `overlays/prod`
    record Rendered(String folder, List<Manifest> manifests) {

        List<Manifest> all(String kind) {
            return manifests.stream().filter(manifest -> manifest.is(kind)).toList();
        }

        List<Manifest> pods() {
            return manifests.stream().filter(Manifest::makesPods).toList();
        }
    }

    private Rule(List<String> folders, BiConsumer<Rendered, List<String>> check) {
        this.folders = folders;
        this.check = check;
    }

    /// @param check puts its complaints into the list
    static Rule of(List<String> folders, BiConsumer<Rendered, List<String>> check) {
        return new Rule(folders, check);
    }

    Rule notices(String file, String change, String to) {
        noticed.add(new Mutation(file, change, to));
        return this;
    }

    /// The manifests keep it, and each change breaks it.
    void isKept() {
        assumeTrue(Rendering.tool().isPresent(), "neither kubectl, kustomize nor oc is here");
        assertThat(folders)
                .allSatisfy(folder ->
                        assertThat(complaints(Rendering.SOURCES, folder)).isEmpty());
        assertThat(noticed).as("changes that must be noticed").isNotEmpty();
        noticed.forEach(this::isNoticed);
    }

    private void isNoticed(Mutation mutation) {
        try {
            var place = Files.createTempDirectory("manifests");
            try {
                var broken = Rendering.broken(place, mutation);
                if (folders.stream()
                        .allMatch(folder -> complaints(broken, folder).isEmpty())) {
                    fail("Nobody notices " + mutation);
                }
            } finally {
                delete(place);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private List<String> complaints(Path sources, String folder) {
        try {
            var manifests = sources.equals(Rendering.SOURCES)
                    ? RENDERED.computeIfAbsent(folder, missing -> Rendering.of(sources, missing))
                    : Rendering.of(sources, folder);
            var complaints = new ArrayList<String>();
            check.accept(new Rendered(folder, manifests), complaints);
            return complaints.stream()
                    .map(complaint -> folder + ": " + complaint)
                    .toList();
        } catch (IllegalStateException refused) {
            return List.of(String.valueOf(refused.getMessage()));
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
