package health.visavis.proof.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.IntConsumer;

/// As much of XMPP (RFC 6120, 6121) as two people need to write to each other.
final class XmppConnection implements AutoCloseable {

    private final Socket socket;
    private final OutputStream out;
    private final BufferedReader in;

    private XmppConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
        this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    static XmppConnection open(int port, String user, IntConsumer onMessage) throws IOException {
        var socket = new Socket("127.0.0.1", port);
        socket.setTcpNoDelay(true);
        var connection = new XmppConnection(socket);
        connection.signIn(user);
        Thread.ofVirtual().start(() -> connection.listen(onMessage));
        return connection;
    }

    void send(String to, int number, String text) {
        write("<message to='%s@localhost' type='chat' id='m%d'><body>%s</body></message>".formatted(to, number, text));
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException alreadyClosed) {
            // Nothing is left to close.
        }
    }

    private void signIn(String user) throws IOException {
        openStream();
        var secret = Base64.getEncoder().encodeToString(("\0" + user + "\0secret").getBytes(StandardCharsets.UTF_8));
        write("<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>" + secret + "</auth>");
        readUntil("<success", ">");
        openStream();
        write(
                "<iq type='set' id='b'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><resource>r</resource></bind></iq>");
        readUntil("</iq>");
        write("<presence/>");
    }

    private void openStream() throws IOException {
        write("<?xml version='1.0'?><stream:stream to='localhost' xmlns='jabber:client' "
                + "xmlns:stream='http://etherx.jabber.org/streams' version='1.0'>");
        readUntil("</stream:features>");
    }

    private void listen(IntConsumer onMessage) {
        try {
            while (true) {
                var stanza = readUntil("</message>");
                int id = stanza.lastIndexOf("Message ");
                if (id >= 0) {
                    onMessage.accept(Integer.parseInt(stanza.substring(id + 8, stanza.indexOf(':', id))));
                }
            }
        } catch (IOException closed) {
            // The measurement is over.
        }
    }

    private void write(String xml) {
        try {
            synchronized (out) {
                out.write(xml.getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private String readUntil(String... ends) throws IOException {
        var read = new StringBuilder();
        for (var end : ends) {
            while (read.indexOf(end, read.length() - end.length()) < 0) {
                int next = in.read();
                if (next < 0) {
                    throw new IOException("The server closed the connection");
                }
                read.append((char) next);
            }
        }
        return read.toString();
    }
}
