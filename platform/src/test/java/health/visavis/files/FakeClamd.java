package health.visavis.files;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Speaks the protocol of ClamAV's daemon and knows one signature, the one that is made for tests.
public final class FakeClamd implements AutoCloseable {

    /// The test file of EICAR, in pieces: scanners look at source code too.
    public static final byte[] EICAR = ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-"
                    + "TEST-FILE!$H+H*")
            .getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket socket;
    private final String otherAnswer;

    public FakeClamd() {
        this("");
    }

    /// @param otherAnswer what it says instead of a verdict; empty for a verdict
    FakeClamd(String otherAnswer) {
        this.otherAnswer = otherAnswer;
        try {
            this.socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        Thread.ofVirtual().name("fake-clamd").start(this::listen);
    }

    public String address() {
        return "tcp://127.0.0.1:" + socket.getLocalPort();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException closedAlready) {
            throw new UncheckedIOException(closedAlready);
        }
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                var connection = socket.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection;
                var in = new DataInputStream(connection.getInputStream())) {
            var answer = answer(in);
            connection.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException gone) {
            // The client closed: nothing more to say.
        }
    }

    private String answer(DataInputStream in) throws IOException {
        var command = new ByteArrayOutputStream();
        for (int next; (next = in.read()) > 0; ) {
            command.write(next);
        }
        if (!command.toString(StandardCharsets.US_ASCII).equals("zINSTREAM")) {
            return "UNKNOWN COMMAND";
        }
        var content = new ByteArrayOutputStream();
        for (int length; (length = in.readInt()) != 0; ) {
            content.writeBytes(in.readNBytes(length));
        }
        if (!otherAnswer.isEmpty()) {
            return otherAnswer;
        }
        var found =
                content.toString(StandardCharsets.ISO_8859_1).contains(new String(EICAR, StandardCharsets.ISO_8859_1));
        return found ? "stream: Eicar-Test-Signature FOUND" : "stream: OK";
    }
}
