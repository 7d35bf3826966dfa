package health.visavis.proof.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;

/// The one address of a clinic with several instances, as a load balancer is: connections go to the instance that
/// is chosen when they are made.
final class Door implements AutoCloseable {

    private final ServerSocket socket;
    private volatile URI instance;

    /// @param at where it is open
    Door(URI instance, InetAddress at) {
        this.instance = instance;
        try {
            socket = new ServerSocket(0, 50, at);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
        Thread.ofVirtual().start(this::accept);
    }

    static Door onLoopback(URI instance) {
        return new Door(instance, InetAddress.getLoopbackAddress());
    }

    URI address() {
        return URI.create("http://localhost:" + socket.getLocalPort());
    }

    void leadTo(URI other) {
        instance = other;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var guest = socket.accept();
                Thread.ofVirtual().start(() -> lead(guest));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void lead(Socket guest) {
        try (guest;
                var host = new Socket(InetAddress.getLoopbackAddress(), instance.getPort())) {
            var back = Thread.ofVirtual().start(() -> carry(host, guest));
            carry(guest, host);
            back.join();
        } catch (IOException refused) {
            // The browser sees a connection that ends, as it would at a load balancer.
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void carry(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException broken) {
            // Either end may go at any time.
        } finally {
            end(from);
            end(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is closed, which is what was wanted.
        }
    }
}
