package health.visavis.proof.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Where the figures were taken. Both sides and the load share it, so figures compare with each other, not with
/// other machines.
public final class Machine {

    private Machine() {}

    public static String description() {
        return String.format(
                Locale.ROOT,
                "%d cores (%s), %.0f GB, %s %s, Java %s; both sides and the load on this one machine",
                Runtime.getRuntime().availableProcessors(),
                fact("/proc/cpuinfo", "model name").orElse("processor unknown"),
                memoryGigabytes(),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                Runtime.version());
    }

    /// Resident memory of a process in megabytes, as Linux tells it.
    public static long residentMegabytes(long processId) {
        return fact("/proc/" + processId + "/status", "VmRSS")
                .map(text -> Long.parseLong(text.replaceAll("\\D", "")) / 1024)
                .orElseThrow(() -> new IllegalStateException("This system does not tell a process's memory"));
    }

    private static double memoryGigabytes() {
        return fact("/proc/meminfo", "MemTotal")
                .map(text -> Long.parseLong(text.replaceAll("\\D", "")) / 1048576.0)
                .orElse(0.0);
    }

    private static java.util.Optional<String> fact(String file, String name) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException notHere) {
            return java.util.Optional.empty();
        }
    }
}
