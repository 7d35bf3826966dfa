package health.visavis.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// As much of TURN (RFC 8656) as it takes to find out whether a server gives somebody a relay: an allocation, asked for
/// with and without credentials.
final class TurnClient implements AutoCloseable {

    private static final int ALLOCATE = 0x0003;
    private static final int SUCCESS = 0x0100;
    private static final int MAGIC = 0x2112A442;
    private static final int USERNAME = 0x0006;
    private static final int INTEGRITY = 0x0008;
    private static final int ERROR = 0x0009;
    private static final int REALM = 0x0014;
    private static final int NONCE = 0x0015;
    private static final int TRANSPORT = 0x0019;
    private static final byte[] UDP = {17, 0, 0, 0};
    private static final int PATIENCE_MILLIS = 10_000;

    private final DatagramSocket socket;
    private final SecureRandom random = new SecureRandom();

    /// @param url `turn:HOST:PORT?transport=udp`
    TurnClient(String url) throws IOException {
        var parts = url.replaceFirst("^turn:", "").replaceFirst("\\?.*", "").split(":");
        socket = new DatagramSocket();
        socket.connect(new InetSocketAddress(parts[0], Integer.parseInt(parts[1])));
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    /// 200 when there is a relay now, else what the server answers.
    int allocate(String user, String password) throws IOException, GeneralSecurityException {
        var challenge = ask(message(Map.of(TRANSPORT, UDP), null));
        var realm = challenge.get(REALM);
        var nonce = challenge.get(NONCE);
        if (realm == null || nonce == null) {
            return status(challenge);
        }
        var key = MessageDigest.getInstance("MD5")
                .digest((user + ":" + new String(realm, StandardCharsets.UTF_8) + ":" + password)
                        .getBytes(StandardCharsets.UTF_8));
        return status(ask(message(
                Map.of(TRANSPORT, UDP, USERNAME, user.getBytes(StandardCharsets.UTF_8), REALM, realm, NONCE, nonce),
                key)));
    }

    /// What a server says to somebody who shows nothing.
    int allocateWithoutCredentials() throws IOException, GeneralSecurityException {
        return status(ask(message(Map.of(TRANSPORT, UDP), null)));
    }

    @Override
    public void close() {
        socket.close();
    }

    private byte[] message(Map<Integer, byte[]> attributes, byte[] key) throws IOException, GeneralSecurityException {
        var body = new ByteArrayOutputStream();
        for (var attribute : attributes.entrySet()) {
            write(body, attribute.getKey(), attribute.getValue());
        }
        var transaction = new byte[12];
        random.nextBytes(transaction);
        if (key == null) {
            return whole(body.size(), transaction, body.toByteArray());
        }
        var signed = whole(body.size() + 24, transaction, body.toByteArray());
        var mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(key, "HmacSHA1"));
        write(body, INTEGRITY, mac.doFinal(signed));
        return whole(body.size(), transaction, body.toByteArray());
    }

    private static byte[] whole(int length, byte[] transaction, byte[] body) {
        return ByteBuffer.allocate(20 + body.length)
                .putShort((short) ALLOCATE)
                .putShort((short) length)
                .putInt(MAGIC)
                .put(transaction)
                .put(body)
                .array();
    }

    private static void write(ByteArrayOutputStream to, int type, byte[] value) throws IOException {
        to.write(ByteBuffer.allocate(4)
                .putShort((short) type)
                .putShort((short) value.length)
                .array());
        to.write(value);
        to.write(new byte[(4 - value.length % 4) % 4]);
    }

    /// The attributes of the answer; under 0 its type.
    private Map<Integer, byte[]> ask(byte[] message) throws IOException {
        socket.send(new DatagramPacket(message, message.length));
        var packet = new DatagramPacket(new byte[2048], 2048);
        socket.receive(packet);
        var answer = ByteBuffer.wrap(packet.getData(), 0, packet.getLength());
        var attributes = new HashMap<Integer, byte[]>();
        attributes.put(
                0, ByteBuffer.allocate(4).putInt(answer.getShort() & 0xffff).array());
        answer.position(20);
        while (answer.remaining() >= 4) {
            var type = answer.getShort() & 0xffff;
            var value = new byte[answer.getShort() & 0xffff];
            answer.get(value);
            answer.position(Math.min(answer.limit(), answer.position() + (4 - value.length % 4) % 4));
            attributes.put(type, value);
        }
        return attributes;
    }

    private static int status(Map<Integer, byte[]> answer) {
        if (ByteBuffer.wrap(answer.get(0)).getInt() == (ALLOCATE | SUCCESS)) {
            return 200;
        }
        var error = answer.get(ERROR);
        return error == null ? -1 : error[2] * 100 + error[3];
    }
}
