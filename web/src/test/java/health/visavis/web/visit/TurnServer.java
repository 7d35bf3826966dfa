package health.visavis.web.visit;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// coturn on this machine, reachable from this machine alone. A test that asks for it is skipped by name where
/// coturn is not installed.
final class TurnServer implements AutoCloseable {

    static final String SECRET = "a-secret-of-this-test";

    private static final Path PROGRAM = Path.of("/usr/bin/turnserver");

    private final Process process;
    private final String address;
    private final int port;

    private TurnServer(Process process, String address, int port) {
        this.process = process;
        this.address = address;
        this.port = port;
    }

    static TurnServer start() throws IOException {
        assumeTrue(Files.isExecutable(PROGRAM), "coturn is not installed on this machine");
        var address = ownAddress();
        var port = freePort();
        var log = Files.createTempFile("coturn", ".log");
        var process = new ProcessBuilder(
                        PROGRAM.toString(),
                        "-n",
                        "--use-auth-secret",
                        "--static-auth-secret=" + SECRET,
                        "--realm=visavis",
                        "--listening-ip=" + address,
                        "--relay-ip=" + address,
                        "--listening-port=" + port,
                        "--allow-loopback-peers",
                        "--no-cli",
                        "--no-tls",
                        "--no-dtls",
                        "--userdb=" + log + ".db",
                        "--pidfile=" + log + ".pid",
                        "--log-file=stdout")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new TurnServer(process, address, port);
    }

    String url() {
        return "turn:" + address + ":" + port + "?transport=udp";
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /// The address this machine would speak from: browsers leave the loopback out when they look for ways.
    private static String ownAddress() {
        try (var socket = new DatagramSocket()) {
            socket.connect(new InetSocketAddress("192.0.2.1", 9));
            var own = socket.getLocalAddress();
            return own.isAnyLocalAddress() ? InetAddress.getLoopbackAddress().getHostAddress() : own.getHostAddress();
        } catch (SocketException | UncheckedIOException withoutNetwork) {
            return InetAddress.getLoopbackAddress().getHostAddress();
        }
    }

    private static int freePort() throws SocketException {
        try (var socket = new DatagramSocket()) {
            return socket.getLocalPort();
        }
    }
}
