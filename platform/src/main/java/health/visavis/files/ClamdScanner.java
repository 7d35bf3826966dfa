package health.visavis.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// ClamAV's daemon, by its command `INSTREAM`: pieces with their length before them, a length of zero at the end, one
/// line as the answer. See `clamd(8)`.
final class ClamdScanner implements FileScanner {

    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_ANSWER = 4_096;

    private final SocketAddress address;
    private final Duration patience;

    ClamdScanner(SocketAddress address, Duration patience) {
        this.address = address;
        this.patience = patience;
    }

    /// A daemon that does not answer keeps nobody waiting: its connection is closed, which ends the wait.
    @Override
    public Verdict scan(byte[] content) {
        try (var channel = open()) {
            var answer = new CompletableFuture<String>();
            Thread.ofVirtual().name("clamd").start(() -> {
                try {
                    answer.complete(ask(channel, content));
                } catch (IOException | RuntimeException failed) {
                    answer.completeExceptionally(failed);
                }
            });
            return verdict(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (IOException | ExecutionException failed) {
            return new Verdict.Unavailable("not reachable");
        } catch (TimeoutException tooLong) {
            return new Verdict.Unavailable("no answer in time");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Verdict.Unavailable("interrupted");
        }
    }

    private SocketChannel open() throws IOException {
        return SocketChannel.open(address);
    }

    private static String ask(SocketChannel channel, byte[] content) throws IOException {
        write(channel, ByteBuffer.wrap(COMMAND));
        for (var from = 0; from < content.length; from += PIECE) {
            var length = Math.min(PIECE, content.length - from);
            write(channel, ByteBuffer.allocate(4).putInt(length).flip());
            write(channel, ByteBuffer.wrap(content, from, length));
        }
        write(channel, ByteBuffer.allocate(4).putInt(0).flip());
        return answer(channel);
    }

    private static void write(SocketChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static String answer(SocketChannel channel) throws IOException {
        var answer = new ByteArrayOutputStream();
        var buffer = ByteBuffer.allocate(512);
        while (answer.size() < LONGEST_ANSWER && channel.read(buffer) >= 0) {
            answer.write(buffer.array(), 0, buffer.position());
            if (buffer.position() > 0 && buffer.get(buffer.position() - 1) == 0) {
                break;
            }
            buffer.clear();
        }
        return answer.toString(StandardCharsets.UTF_8).replace("\0", "").strip();
    }

    private static Verdict verdict(String answer) {
        if (answer.equals("stream: OK")) {
            return new Verdict.Clean();
        }
        if (answer.startsWith("stream: ") && answer.endsWith(" FOUND")) {
            return new Verdict.Infected(answer.substring("stream: ".length(), answer.length() - " FOUND".length()));
        }
        return new Verdict.Unavailable("no verdict");
    }
}
