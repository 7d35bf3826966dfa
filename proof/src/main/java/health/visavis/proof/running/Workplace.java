package health.visavis.proof.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// Where things are, as the front door tells it.
public final class Workplace {

    private Workplace() {}

    /// The laid-out server: `visavis.jar`, `lib/`, `visavis.aot`.
    public static Path built() {
        return Path.of(told("VISAVIS_BUILT"));
    }

    /// A folder that this measurement may fill; emptied first.
    public static Path emptyFolder(String name) {
        var folder = Path.of(told("VISAVIS_WORK")).resolve(name);
        try {
            if (Files.exists(folder)) {
                try (var files = Files.walk(folder)) {
                    files.sorted(Comparator.reverseOrder()).forEach(Workplace::delete);
                }
            }
            return Files.createDirectories(folder);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    /// A folder that is kept between runs, for what costs minutes to make.
    public static Path keptFolder(String name) {
        try {
            return Files.createDirectories(Path.of(told("VISAVIS_WORK")).resolve(name));
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    public static List<String> demoJvm() {
        return List.of(told("VISAVIS_JVM").split(" +"));
    }

    public static List<String> clinicJvm() {
        return List.of(told("VISAVIS_CLINIC_JVM").split(" +"));
    }

    public static String maven() {
        return told("VISAVIS_MAVEN");
    }

    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    public static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    private static String told(String variable) {
        return Objects.requireNonNull(
                System.getenv(variable), () -> variable + " is not set: start this with ./visavis bench or drill");
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }
}
