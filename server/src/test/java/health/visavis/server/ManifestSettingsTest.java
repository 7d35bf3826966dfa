package health.visavis.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every setting in a manifest is one that somebody reads: Spring, by the descriptions in its jars; we, by our
/// sources; Azure's library of identities.
class ManifestSettingsTest {

    private static final Path MANIFESTS = Path.of("../deploy/openshift");

    /// Read by azure-identity's `WorkloadIdentityCredential`.
    private static final Set<String> OF_AZURE =
            Set.of("AZURE_CLIENT_ID", "AZURE_TENANT_ID", "AZURE_FEDERATED_TOKEN_FILE", "AZURE_AUTHORITY_HOST");

    /// Read by Spring Boot before anything is bound, into maps whose keys are ours.
    private static final Set<String> OF_SPRING = Set.of("SPRING_APPLICATION_JSON");

    @Test
    void everySettingIsReadBySomebody() throws IOException {
        var known = known();
        assertThat(settings())
                .hasSizeGreaterThan(30)
                .allSatisfy(setting -> assertThat(isRead(setting, known))
                        .as("%s is read by nobody", setting)
                        .isTrue());
    }

    @Test
    void aSettingThatNobodyReadsIsNoticed() throws IOException {
        var known = known();
        assertThat(List.of(
                        "VISAVIS_AZURE_KEYVAULT_URI",
                        "VISAVIS_NOTIFICATION_EVER",
                        "SERVER_SSL_BUNDEL",
                        "SPRING_FLYWAY_OWNER"))
                .noneSatisfy(setting -> assertThat(isRead(setting, known)).isTrue());
    }

    private static boolean isRead(String setting, Set<String> known) {
        return OF_AZURE.contains(setting)
                || OF_SPRING.contains(setting)
                || known.contains(flat(setting))
                || known.stream().filter(name -> name.endsWith("*")).anyMatch(name -> matchesMap(flat(setting), name));
    }

    /// `springsslbundlepem*` with the properties of a bundle below any name.
    private static boolean matchesMap(String setting, String map) {
        return setting.startsWith(map.substring(0, map.length() - 1));
    }

    private static Set<String> settings() throws IOException {
        var settings = new TreeSet<String>();
        try (var files = Files.walk(MANIFESTS)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var name = file.getFileName().toString();
                if (name.equals("settings.env")) {
                    find(file, "(?m)^([A-Z][A-Z0-9_]*)=", settings);
                } else if (name.matches("(web|api|worker|migration)\\.yaml")) {
                    find(file, "- name: ([A-Z][A-Z0-9_]*)\\n", settings);
                }
            }
        }
        return settings;
    }

    private static void find(Path file, String pattern, Set<String> into) throws IOException {
        Pattern.compile(pattern).matcher(Files.readString(file)).results().forEach(found -> into.add(found.group(1)));
    }

    private static Set<String> known() throws IOException {
        var known = new TreeSet<>(ours());
        for (var description : Collections.list(ManifestSettingsTest.class
                .getClassLoader()
                .getResources("META-INF/spring-configuration-metadata.json"))) {
            try (var stream = description.openStream()) {
                var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
                Pattern.compile("\\{\\s*\"name\": \"([^\"]+)\",\\s*\"type\": \"([^\"]+)\"")
                        .matcher(text)
                        .results()
                        .forEach(property -> known.add(
                                flat(property.group(1)) + (property.group(2).startsWith("java.util.Map") ? "*" : "")));
            }
        }
        return known;
    }

    /// `@ConfigurationProperties` records, component by component, `@Value("${…}")`, and secrets by their settings.
    private static Set<String> ours() throws IOException {
        try (var sources = Stream.of("platform", "web", "azure", "server").flatMap(ManifestSettingsTest::sources)) {
            return sources.flatMap(ManifestSettingsTest::named)
                    .map(ManifestSettingsTest::flat)
                    .collect(Collectors.toSet());
        }
    }

    private static Stream<Path> sources(String module) {
        try {
            return Files.walk(Path.of("..", module, "src/main"))
                    .filter(file -> file.toString().matches(".*\\.(java|properties|yml)"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Stream<String> named(Path file) {
        try {
            var text = Files.readString(file);
            var values = Pattern.compile("\\$\\{(visavis\\.[a-z.-]+)")
                    .matcher(text)
                    .results()
                    .map(found -> found.group(1));
            var conditions = Pattern.compile("@ConditionalOnProperty\\((?:name = )?\"(visavis[a-z.-]+)\"")
                    .matcher(text)
                    .results()
                    .map(found -> found.group(1));
            var secrets = Pattern.compile("\\.of\\(\"(visavis\\.[a-z.-]+)\"\\)")
                    .matcher(text)
                    .results()
                    .map(found -> found.group(1));
            var bound = Pattern.compile(
                            "@ConfigurationProperties\\(\"([^\"]+)\"\\)\\s*(?:public )?record \\w+\\((.*?)\\) \\{",
                            Pattern.DOTALL)
                    .matcher(text)
                    .results()
                    .flatMap(found -> Pattern.compile("(\\w+)\\s*(?:,|$)")
                            .matcher(found.group(2)
                                    .replaceAll("\\(.*?\\)|<.*?>", "")
                                    .strip())
                            .results()
                            .map(component -> found.group(1) + "." + component.group(1)));
            return Stream.of(values, conditions, secrets, bound).flatMap(names -> names);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String flat(String name) {
        return name.replaceAll("[._-]", "").toLowerCase(Locale.ROOT);
    }
}
