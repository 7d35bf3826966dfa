package health.visavis.proof.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A TURN server, coturn from the system's packages, that can be killed and started again at the same address.
public final class Relay implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/bin/turnserver");
    private static final String SECRET = "a-secret-for-measuring";

    private final String host = ownAddress();
    private final int port = Workplace.freePort();
    private Process process = start();

    public static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    /// What an instance is told so that all media goes through here.
    public List<String> settings() {
        return List.of(
                "visavis.ice.turn-urls=" + url(),
                "visavis.ice.turn-secret=" + secretReference(),
                "visavis.ice.policy=relay");
    }

    public String url() {
        return "turn:" + host + ":" + port + "?transport=udp";
    }

    /// Where its secret lies, as settings name it.
    public String secretReference() {
        try {
            return Files.writeString(Workplace.keptFolder("relays").resolve("turn-secret"), SECRET)
                    .toUri()
                    .toString();
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    public boolean carries(String candidateUrl) {
        return candidateUrl.contains(":" + port);
    }

    public void kill() {
        process.destroyForcibly();
        await();
    }

    public void startAgain() {
        if (!process.isAlive()) {
            process = start();
        }
    }

    @Override
    public void close() {
        kill();
    }

    private void await() {
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Process start() {
        var folder = Workplace.keptFolder("relays");
        try {
            return new ProcessBuilder(
                            PROGRAM.toString(),
                            "-n",
                            "--no-tls",
                            "--no-dtls",
                            "--no-cli",
                            "--listening-ip=" + host,
                            "--listening-port=" + port,
                            "--relay-ip=" + host,
                            "--allow-loopback-peers",
                            "--cli-password=" + SECRET,
                            "--use-auth-secret",
                            "--static-auth-secret=" + SECRET,
                            "--realm=visavis",
                            "--fingerprint",
                            "--simple-log",
                            "--log-file=stdout",
                            "--pidfile=" + folder.resolve("relay-" + port + ".pid"))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("relay-" + port + ".log").toFile())
                    .start();
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    /// Browsers ask a relay at an address of the machine's network; on a machine without one, loopback has to do.
    private static String ownAddress() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                    .map(address -> address.getHostAddress())
                    .findFirst()
                    .orElse("127.0.0.1");
        } catch (SocketException unknown) {
            return "127.0.0.1";
        }
    }
}
