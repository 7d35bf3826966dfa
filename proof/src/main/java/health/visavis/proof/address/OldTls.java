package health.visavis.proof.address;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/// Asks for a version of TLS that Java itself no longer speaks, by the first message alone (RFC 4346, section 7.4.1.2;
/// RFC 6066, section 3): whoever answers with a hello speaks it.
final class OldTls {

    private static final int HANDSHAKE = 22;
    private static final int CLIENT_HELLO = 1;
    private static final int[] CIPHERS = {0xC013, 0xC014, 0xC009, 0xC00A, 0x002F, 0x0035};
    private static final byte[] CURVES = {0, 10, 0, 6, 0, 4, 0, 23, 0, 24, 0, 11, 0, 2, 1, 0};

    private OldTls() {}

    /// @param minor 1 for TLS 1.0, 2 for TLS 1.1
    static boolean isSpoken(Address address, int minor) throws IOException {
        try (var socket = new Socket()) {
            var patience = (int) Address.PATIENCE.toMillis();
            socket.connect(new InetSocketAddress(address.host(), address.port()), patience);
            socket.setSoTimeout(patience);
            socket.getOutputStream().write(record(minor, hello(minor, address.host())));
            return socket.getInputStream().read() == HANDSHAKE;
        } catch (java.net.SocketException hungUp) {
            return false;
        }
    }

    private static byte[] record(int minor, byte[] hello) throws IOException {
        return written(out -> {
            out.write(new byte[] {HANDSHAKE, 3, (byte) minor});
            out.writeShort(hello.length + 4);
            out.writeInt(CLIENT_HELLO << 24 | hello.length);
            out.write(hello);
        });
    }

    private static byte[] hello(int minor, String host) throws IOException {
        var random = new byte[32];
        new SecureRandom().nextBytes(random);
        var extensions = extensions(host);
        return written(out -> {
            out.write(new byte[] {3, (byte) minor});
            out.write(random);
            out.write(0);
            out.writeShort(2 * CIPHERS.length);
            for (var cipher : CIPHERS) {
                out.writeShort(cipher);
            }
            out.write(new byte[] {1, 0});
            out.writeShort(extensions.length);
            out.write(extensions);
        });
    }

    private static byte[] extensions(String host) throws IOException {
        var name = host.getBytes(StandardCharsets.US_ASCII);
        return written(out -> {
            out.writeShort(0);
            out.writeShort(name.length + 5);
            out.writeShort(name.length + 3);
            out.write(0);
            out.writeShort(name.length);
            out.write(name);
            out.write(CURVES);
        });
    }

    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] written(Writing writing) throws IOException {
        var bytes = new ByteArrayOutputStream();
        writing.to(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }
}
