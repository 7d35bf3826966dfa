package health.visavis.journey;

import health.visavis.local.LocalFolders;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The clinic that all journeys of a test run share: one database, one sign-in provider, one instance, more on
/// request, and three people's histories that come in while it serves.
final class Clinic implements AutoCloseable {

    /// Whom the account "doctor" of the demo stands for.
    static final String DOCTOR = "Kai Mann";

    /// Journeys go on for longer in one sign-in than people do before they are asked to show again who they are.
    private static final String ONE_SIGN_IN = "visavis.access.fresh-for=1h";

    private final Path folder;
    private final Instance first;

    private Clinic(Path folder, Instance first) {
        this.folder = folder;
        this.first = first;
    }

    static Clinic open() {
        try {
            var folder = Files.createTempDirectory("visavis-journeys");
            return openAt(folder, "first-instance", SyntheticPeople.unpackedInto(folder.resolve("people")));
        } catch (IOException noFolder) {
            throw new IllegalStateException("No folder for the clinic", noFolder);
        }
    }

    /// A clinic of its own, with data and keys in this folder.
    ///
    /// @param people whose histories come in
    static Clinic openAt(Path folder, String name, Path people, String... settings) {
        return new Clinic(
                folder,
                Instance.start(
                        name,
                        with(settings),
                        "demo",
                        "--import",
                        people.toString(),
                        "--data",
                        folder.resolve("data").toString(),
                        "--keys",
                        folder.resolve("keys").toString(),
                        "--signin-port",
                        Integer.toString(Instance.freePort())));
    }

    URI address() {
        return first.address();
    }

    Instance instance() {
        return first;
    }

    LocalFolders folders() {
        return new LocalFolders(folder.resolve("data"), folder.resolve("keys"));
    }

    /// What the one-machine edition keeps in its key folder: the accounts' password, and what makes their one-time
    /// codes.
    String secret(String name) {
        try {
            return Files.readString(folder.resolve("keys").resolve(name));
        } catch (IOException unreadable) {
            throw new IllegalStateException("The clinic has no secret " + name, unreadable);
        }
    }

    /// Another instance on the same database, with settings of its own; the caller closes it.
    Instance join(String name, String... settings) {
        return Instance.start(
                name,
                with(settings),
                "demo",
                "--join",
                "--data",
                folder.resolve("data").toString(),
                "--keys",
                folder.resolve("keys").toString());
    }

    @Override
    public void close() {
        first.close();
    }

    private static List<String> with(String... settings) {
        return Stream.concat(Stream.of(ONE_SIGN_IN), Stream.of(settings)).toList();
    }
}
