package health.visavis.proof.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A clinic and a home in network namespaces of their own, with an internet between them that a home reaches over
/// Wi-Fi or over mobile data. Nothing of the machine's own network is touched.
///
/// ```
/// clinic 198.18.0.1 ── 198.18.0.2 internet 198.18.1.1 ── 198.18.1.2 home (Wi-Fi)
///                                           198.18.2.1 ── 198.18.2.2 home (mobile)
/// ```
///
/// The addresses are those that RFC 2544 sets aside for measuring.
final class TwoUplinks implements AutoCloseable {

    /// Where the clinic is, seen from home.
    static final String CLINIC_ADDRESS = "198.18.0.1";

    private static final String CLINIC = "visavis-clinic";
    private static final String INTERNET = "visavis-internet";
    private static final String HOME = "visavis-home";
    private static final List<String> ALL = List.of(CLINIC, INTERNET, HOME);

    private TwoUplinks() {}

    /// @return why there can be none here; empty when there can
    static String obstacle() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return "network namespaces need root";
        }
        return run("ip", "-V") == 0 ? "" : "network namespaces need iproute2: apt-get install iproute2";
    }

    static TwoUplinks open() {
        var uplinks = new TwoUplinks();
        uplinks.close();
        ALL.forEach(space -> must("ip", "netns", "add", space));
        ALL.forEach(space -> in(space, "link set lo up"));
        join(CLINIC, "clinic", 0);
        join(HOME, "wifi", 1);
        join(HOME, "mobile", 2);
        in(CLINIC, "addr add " + CLINIC_ADDRESS + "/30 dev clinic", "route add default via 198.18.0.2");
        in(HOME, "addr add 198.18.1.2/30 dev wifi", "addr add 198.18.2.2/30 dev mobile");
        must(within(INTERNET, "sh", "-c", "echo 1 > /proc/sys/net/ipv4/ip_forward"));
        uplinks.useWifi();
        return uplinks;
    }

    /// Those that somebody else has opened and will close.
    static TwoUplinks opened() {
        return new TwoUplinks();
    }

    void useWifi() {
        in(HOME, "link set mobile down", "link set wifi up", "route replace default via 198.18.1.1");
    }

    /// The Wi-Fi is out of reach, and the telephone's own connection takes over.
    void useMobile() {
        in(HOME, "link set wifi down", "link set mobile up", "route replace default via 198.18.2.1");
    }

    /// The command as it runs in the clinic.
    static List<String> atTheClinic(List<String> command) {
        return List.of(within(CLINIC, command.toArray(String[]::new)));
    }

    /// A program that is this one, at home.
    static Path atHome(Path program, Path folder) {
        try {
            var script = folder.resolve("at-home-" + program.getFileName());
            Files.writeString(
                    script, "#!/bin/sh\nexec " + String.join(" ", within(HOME, program.toString())) + " \"$@\"\n");
            return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    @Override
    public void close() {
        ALL.forEach(space -> run("ip", "netns", "del", space));
    }

    private static void join(String space, String name, int net) {
        in(INTERNET, "link add %s type veth peer name %s netns %s".formatted(name, name, space));
        in(
                INTERNET,
                "addr add 198.18.%d.%d/30 dev %s".formatted(net, net == 0 ? 2 : 1, name),
                "link set %s up".formatted(name));
        in(space, "link set %s up".formatted(name));
    }

    /// Several changes at once: one after the other would take longer than the switch that they stand for.
    private static void in(String space, String... changes) {
        try {
            var process = new ProcessBuilder("ip", "-n", space, "-batch", "-")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (var writer = process.outputWriter(StandardCharsets.UTF_8)) {
                for (var change : changes) {
                    writer.write(change + "\n");
                }
            }
            if (ended(process) != 0) {
                throw new IllegalStateException("The network " + space + " did not take " + List.of(changes));
            }
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    private static String[] within(String space, String... command) {
        var whole = new ArrayList<>(List.of("ip", "netns", "exec", space));
        whole.addAll(List.of(command));
        return whole.toArray(String[]::new);
    }

    private static void must(String... command) {
        if (run(command) != 0) {
            throw new IllegalStateException("This did not work: " + String.join(" ", command));
        }
    }

    private static int run(String... command) {
        try {
            return ended(new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException missing) {
            return -1;
        }
    }

    private static int ended(Process process) {
        try {
            return process.waitFor(20, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
