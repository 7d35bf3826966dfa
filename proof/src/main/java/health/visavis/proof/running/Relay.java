package health.visavis.proof.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/// A TURN server for a visit that may go no other way: coturn, where it is installed.
public final class Relay implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/bin/turnserver");

    private final Process process;
    private final String address;
    private final String secret;

    private Relay(Process process, String address, String secret) {
        this.process = process;
        this.address = address;
        this.secret = secret;
    }

    public static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    public static Relay start() {
        var folder = Workplace.emptyFolder("relay");
        var host = ownAddress();
        int port = Workplace.freePort();
        var secret = UUID.randomUUID().toString();
        try {
            var process = new ProcessBuilder(
                            PROGRAM.toString(),
                            "-n",
                            "--no-tls",
                            "--no-dtls",
                            "--no-cli",
                            "--listening-ip=" + host,
                            "--listening-port=" + port,
                            "--relay-ip=" + host,
                            "--allow-loopback-peers",
                            "--use-auth-secret",
                            "--static-auth-secret=" + secret,
                            "--realm=visavis",
                            "--fingerprint",
                            "--log-file=stdout",
                            "--pidfile=" + folder.resolve("relay.pid"))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("relay.log").toFile())
                    .start();
            return new Relay(process, "turn:" + host + ":" + port + "?transport=udp", secret);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
    }

    /// What an instance is told so that all media goes through here.
    public List<String> settings() {
        return List.of(
                "visavis.ice.turn-urls=" + address, "visavis.ice.turn-secret=" + secret, "visavis.ice.policy=relay");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// Browsers ask a relay at an address of the machine's network; where there is none, loopback has to do.
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
