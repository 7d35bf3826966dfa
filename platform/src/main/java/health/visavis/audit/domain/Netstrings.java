package health.visavis.audit.domain;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Values one after the other so that no two lists of values look alike: each as `LENGTH:BYTES,` of its UTF-8
/// (netstrings, D. J. Bernstein 1997), and what is null as `-,`.
public final class Netstrings {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream(512);

    public Netstrings add(@Nullable Object value) {
        if (value == null) {
            written.write('-');
        } else {
            var bytes = value.toString().getBytes(StandardCharsets.UTF_8);
            written.writeBytes(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
            written.write(':');
            written.writeBytes(bytes);
        }
        written.write(',');
        return this;
    }

    public byte[] bytes() {
        return written.toByteArray();
    }
}
