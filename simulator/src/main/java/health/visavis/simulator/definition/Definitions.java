package health.visavis.simulator.definition;

import health.visavis.simulator.http.Question;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The versions that Visavis uses, and none that it does not. Who asks for another one is refused as the service
/// refuses a version it does not know.
public final class Definitions {

    private record Described(String service, String version, String path, List<String> files) {}

    private static final List<Described> USED = List.of(
            new Described(
                    "Identity",
                    "2023-10-01",
                    "/(identities|teamsUser).*",
                    List.of("CommunicationIdentity.json", "common.json")),
            new Described("Rooms", "2024-04-15", "/rooms.*", List.of("communicationservicesrooms.json", "common.json")),
            new Described("Sms", "2021-03-07", "/sms.*", List.of("communicationservicessms.json")),
            new Described("Email", "2023-03-31", "/emails.*", List.of("CommunicationServicesEmail.json", "types.json")),
            new Described(
                    "CallAutomation",
                    "2024-04-15",
                    "/calling.*",
                    List.of("communicationservicescallautomation.json", "common.json")),
            new Described(
                    "CallAutomation", "2026-03-12", "/calling.*", List.of("communicationservicescallautomation.json")));

    private final Map<Described, Definition> read;

    private Definitions(Map<Described, Definition> read) {
        this.read = read;
    }

    /// The descriptions refer to each other as files do, so they are laid out as files while they are read.
    public static Definitions read() {
        try {
            var folder = Files.createTempDirectory("acs-definitions");
            try {
                var read = new LinkedHashMap<Described, Definition>();
                for (var described : USED) {
                    read.put(described, read(described, folder));
                }
                return new Definitions(read);
            } finally {
                forget(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Optional<Definition> of(Question question) {
        var version = question.parameter("api-version");
        return read.entrySet().stream()
                .filter(entry -> entry.getKey().version().equals(version)
                        && question.path().matches(entry.getKey().path()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    public List<Definition> all() {
        return List.copyOf(read.values());
    }

    private static Definition read(Described described, Path folder) throws IOException {
        var place = Files.createDirectories(folder.resolve(described.service(), described.version()));
        for (var file : described.files()) {
            var name = "/definitions/" + described.service() + "/" + described.version() + "/" + file;
            try (var content = Objects.requireNonNull(Definitions.class.getResourceAsStream(name), name)) {
                Files.copy(content, place.resolve(file));
            }
        }
        return Definition.read(
                described.service(),
                described.version(),
                place.resolve(described.files().getFirst()));
    }

    private static void forget(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
