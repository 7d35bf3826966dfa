package health.visavis.proof.bench;

import health.visavis.proof.running.Workplace;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Prosody from the system's packages: both sides' messages archived (XEP-0313) in its own file store, sign-in
/// without cost.
final class ProsodySide implements ChatSide {

    private static final Path PROGRAM = Path.of("/usr/bin/prosody");

    private final Process server;
    private final List<XmppConnection> senders = new ArrayList<>();
    private final List<XmppConnection> receivers = new ArrayList<>();
    private volatile Consumer<Delivered> listener = _ -> {};

    private ProsodySide(Process server) {
        this.server = server;
    }

    static ProsodySide open(int pairs) throws IOException, InterruptedException {
        var folder = Workplace.emptyFolder("prosody");
        int port = Workplace.freePort();
        var config = Files.writeString(folder.resolve("prosody.cfg.lua"), configuration(folder, port));
        var server = new ProcessBuilder(PROGRAM.toString(), "-F", "--config", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("prosody.log").toFile())
                .start();
        awaitPort(server, port);
        var side = new ProsodySide(server);
        for (int pair = 0; pair < pairs; pair++) {
            side.openPair(pair, port);
        }
        return side;
    }

    @Override
    public void send(int pair, int number) {
        senders.get(pair).send("receiver" + pair, number, VisavisSide.text(number));
    }

    @Override
    public void onDelivered(Consumer<Delivered> newListener) {
        listener = newListener;
    }

    @Override
    public void close() {
        senders.forEach(XmppConnection::close);
        receivers.forEach(XmppConnection::close);
        server.destroy();
    }

    private void openPair(int pair, int port) throws IOException {
        senders.add(XmppConnection.open(port, "sender" + pair, _ -> {}));
        receivers.add(
                XmppConnection.open(port, "receiver" + pair, number -> listener.accept(new Delivered(pair, number))));
    }

    private static String configuration(Path folder, int port) {
        return """
                run_as_root = true
                pidfile = "%1$s/prosody.pid"
                data_path = "%1$s/data"
                modules_enabled = { "saslauth", "mam" }
                modules_disabled = { "s2s", "tls", "posix" }
                authentication = "insecure"
                insecure_open_authentication = "Yes please, I know what I'm doing!"
                c2s_require_encryption = false
                allow_unencrypted_plain_auth = true
                c2s_ports = { %2$d }
                c2s_interfaces = { "127.0.0.1" }
                storage = "internal"
                default_archive_policy = true
                archive_expires_after = "never"
                log = { warn = "*console" }
                VirtualHost "localhost"
                """.formatted(folder, port);
    }

    private static void awaitPort(Process server, int port) throws InterruptedException {
        for (int attempt = 0; attempt < 200; attempt++) {
            try (var _ = new Socket("127.0.0.1", port)) {
                return;
            } catch (IOException notYet) {
                if (server.waitFor(50, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
        }
        throw new IllegalStateException("Prosody did not start");
    }
}
