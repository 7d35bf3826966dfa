package health.visavis.chart.store;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The few shapes that the bytes under a chart's seal are made of. Nothing here is readable without the seal.
final class SealedForm {

    interface Write<T> {
        void to(DataOutputStream out, T value) throws IOException;
    }

    interface Content {
        void to(DataOutputStream out) throws IOException;
    }

    interface Read<T> {
        T from(DataInputStream in) throws IOException;
    }

    private SealedForm() {}

    static byte[] bytes(Content content) {
        var bytes = new ByteArrayOutputStream(160);
        try {
            content.to(new DataOutputStream(bytes));
        } catch (IOException impossible) {
            throw new IllegalStateException("memory is writable", impossible);
        }
        return bytes.toByteArray();
    }

    /// Text of any length: DataOutput's own stops at 64 KB.
    static void text(DataOutputStream out, String value) throws IOException {
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    static <T> void maybe(DataOutputStream out, @Nullable T value, Write<T> write) throws IOException {
        out.writeBoolean(value != null);
        if (value != null) {
            write.to(out, value);
        }
    }

    static <T> @Nullable T maybe(DataInputStream in, Read<T> read) throws IOException {
        return in.readBoolean() ? read.from(in) : null;
    }

    static <T> void list(DataOutputStream out, List<T> values, Write<T> write) throws IOException {
        out.writeInt(values.size());
        for (var value : values) {
            write.to(out, value);
        }
    }

    static <T> List<T> list(DataInputStream in, Read<T> read) throws IOException {
        var size = in.readInt();
        var values = new ArrayList<T>();
        for (var i = 0; i < size; i++) {
            values.add(read.from(in));
        }
        return values;
    }
}
