package health.visavis.journey;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The clinic that all journeys of a test run share: one database, one sign-in provider, one instance, more on
/// request, and three people's histories that come in while it serves.
final class Clinic implements AutoCloseable {

    /// Whom the account "doctor" of the demo stands for.
    static final String DOCTOR = "Kai Mann";

    private final Path folder;
    private final Instance first;

    private Clinic(Path folder, Instance first) {
        this.folder = folder;
        this.first = first;
    }

    static Clinic open() {
        try {
            var folder = Files.createTempDirectory("visavis-journeys");
            return new Clinic(
                    folder,
                    Instance.start(
                            "first-instance",
                            List.of(),
                            "demo",
                            "--import",
                            SyntheticPeople.unpackedInto(folder.resolve("people"))
                                    .toString(),
                            "--data",
                            folder.resolve("data").toString(),
                            "--keys",
                            folder.resolve("keys").toString(),
                            "--signin-port",
                            Integer.toString(Instance.freePort())));
        } catch (IOException noFolder) {
            throw new IllegalStateException("No folder for the clinic", noFolder);
        }
    }

    URI address() {
        return first.address();
    }

    Instance instance() {
        return first;
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
                List.of(settings),
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
}
