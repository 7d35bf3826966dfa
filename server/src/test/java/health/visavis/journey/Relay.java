package health.visavis.journey;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import health.visavis.secrets.TestSecrets;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// A TURN server, coturn from the system's packages, for short-lived credentials.
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

    public static void assumeInstalled() {
        assumeTrue(Files.isExecutable(PROGRAM), "coturn is not installed");
    }

    public static Relay start() {
        return startThin(0);
    }

    /// Lets so many bytes through in a second for each person, and loses the rest.
    static Relay startThin(int bytesPerSecond) {
        var secret = UUID.randomUUID().toString();
        return start(
                secret, List.of("--use-auth-secret", "--static-auth-secret=" + secret, "--max-bps=" + bytesPerSecond));
    }

    /// Knows no secret and looks each pass up, as docs/guides/relay.md sets one up.
    ///
    /// @param database `jdbc:postgresql://HOST:PORT/NAME`
    public static Relay startLookingUp(String database, String password) {
        var address = URI.create(database.replaceFirst("^jdbc:", "").replaceFirst("[?].*", ""));
        var connection = "host=%s port=%d dbname=%s user=visavis_turn password=%s connect_timeout=5"
                .formatted(
                        address.getHost(), address.getPort(), address.getPath().substring(1), password);
        return start(
                "",
                List.of(
                        "--lt-cred-mech",
                        "--psql-userdb=" + connection,
                        "--no-dynamic-realms",
                        "--no-dynamic-ip-list",
                        "--no-auth-pings"));
    }

    private static Relay start(String secret, List<String> credentials) {
        var host = ownAddress();
        int port = Instance.freePort();
        var folder = Traces.folder();
        var command = new ArrayList<>(List.of(
                PROGRAM.toString(),
                "-n",
                "--no-tls",
                "--no-dtls",
                "--no-cli",
                "--listening-ip=" + host,
                "--listening-port=" + port,
                "--relay-ip=" + host,
                "--allow-loopback-peers",
                "--realm=visavis",
                "--fingerprint",
                "--simple-log",
                "--log-file=stdout",
                "--pidfile=" + folder.resolve("relay.pid")));
        command.addAll(credentials);
        try {
            Files.createDirectories(folder);
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("relay.log").toFile())
                    .start();
            return new Relay(process, "turn:" + host + ":" + port + "?transport=udp", secret);
        } catch (IOException cannotStart) {
            throw new IllegalStateException("coturn could not be started", cannotStart);
        }
    }

    public String url() {
        return address;
    }

    public String secret() {
        return secret;
    }

    /// What an instance needs to send all media through here.
    public String[] settings() {
        return new String[] {
            "visavis.ice.turn-urls=" + address,
            "visavis.ice.turn-secret=" + TestSecrets.inFile(secret),
            "visavis.ice.policy=relay"
        };
    }

    /// What an instance needs so that simulated media of an engine goes through here.
    String[] settingsOfSimulation(String engine) {
        return new String[] {
            "visavis.visit.simulation.engines=" + engine,
            "visavis.visit.simulation.turn-urls=" + address,
            "visavis.visit.simulation.turn-secret=" + TestSecrets.inFile(secret)
        };
    }

    /// `kill -9`.
    void dies() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        process.destroy();
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
