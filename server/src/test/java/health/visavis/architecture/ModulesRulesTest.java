package health.visavis.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.VisavisApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyType;

class ModulesRulesTest {

    /// Without tests, which know everything: they lie in folders, or in jars once they are packaged.
    private static final ApplicationModules MODULES = ApplicationModules.of(
            VisavisApplication.class,
            location -> !location.contains("test-classes") && !location.contains("-tests.jar"));
    private static final Path MAP = Path.of("..", "docs", "architecture", "modules.md");

    @Test
    void everyModuleKeepsToItsArrows() {
        MODULES.verify();
    }

    @Test
    void theCapabilitiesAreFound() {
        assertThat(MODULES.stream().map(module -> module.getIdentifier().toString()))
                .contains(
                        "audit",
                        "keys",
                        "access",
                        "people",
                        "scheduling",
                        "visit",
                        "live",
                        "messaging",
                        "chart",
                        "web",
                        "local");
    }

    /// Writes the map when it differs, and fails then: the change belongs into the same commit.
    @Test
    void theModuleMapInTheDocsIsCurrent() throws IOException {
        var current = map();
        var written = Files.exists(MAP) ? Files.readString(MAP) : "";

        if (!written.equals(current)) {
            Files.createDirectories(MAP.getParent());
            Files.writeString(MAP, current);
        }

        assertThat(written)
                .as("docs/architecture/modules.md was out of date; it has been written anew")
                .isEqualTo(current);
    }

    private static String map() {
        var modules = MODULES.stream()
                .sorted(Comparator.comparing(module -> module.getIdentifier().toString()))
                .toList();
        var arrows = modules.stream()
                .flatMap(module -> module.getDirectDependencies(MODULES, DependencyType.values()).stream()
                        .map(dependency -> dependency.getTargetModule())
                        .distinct()
                        .filter(target -> !target.equals(module))
                        .map(target -> "  " + name(module) + " --> " + name(target)))
                .distinct()
                .sorted()
                .collect(Collectors.joining("\n"));
        return """
                # Module map

                Drawn from the code by `ModulesRulesTest`; an arrow says "uses".

                ```mermaid
                flowchart LR
                %s
                ```
                """.formatted(arrows);
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }
}
