package health.visavis.journey;

import java.nio.file.Path;

/// What journeys leave to be looked at when one of them fails: logs of processes, pictures of pages. Test processes
/// that run side by side have a folder each.
final class Traces {

    private static final Path FOLDER =
            Path.of(System.getProperty("visavis.journeys", "target/journeys")).toAbsolutePath();

    private Traces() {}

    static Path folder() {
        return FOLDER;
    }

    static Path of(String name) {
        return FOLDER.resolve(name);
    }
}
