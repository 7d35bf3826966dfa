package health.visavis.chart.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// Packs what is sealed: FHIR repeats itself, and sealed bytes no longer shrink.
final class Deflated {

    private Deflated() {}

    static byte[] pack(byte[] plain) {
        var deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            var bytes = new ByteArrayOutputStream(plain.length / 2 + 16);
            try (var out = new DeflaterOutputStream(bytes, deflater)) {
                out.write(plain);
            }
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new IllegalStateException("memory is writable", impossible);
        } finally {
            deflater.end();
        }
    }

    static byte[] unpack(byte[] packed) {
        try (var in = new InflaterInputStream(new ByteArrayInputStream(packed), new Inflater(true))) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new IllegalStateException("a packed value is cut off", broken);
        }
    }
}
