package health.visavis.local.lan;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/// A text as a QR code: for the terminal, two rows of it in each line, and for a page.
public final class QrCode {

    private static final int QUIET = 3;

    /// ISO/IEC 18004 wants four.
    private static final int QUIET_ON_A_PAGE = 4;

    private QrCode() {}

    /// @param coloured black on white whatever the terminal's colours; without, light parts are drawn, as for a
    ///     dark terminal
    public static String of(String address, boolean coloured) {
        var code = matrix(address);
        var text = new StringBuilder();
        for (var y = -QUIET; y < code.getHeight() + QUIET; y += 2) {
            text.append(coloured ? "\u001b[30;107m" : "");
            for (var x = -QUIET; x < code.getWidth() + QUIET; x++) {
                var upper = isDark(code, x, y) == coloured;
                var lower = isDark(code, x, y + 1) == coloured;
                text.append(upper ? (lower ? '█' : '▀') : (lower ? '▄' : ' '));
            }
            text.append(coloured ? "\u001b[0m" : "").append('\n');
        }
        return text.toString();
    }

    /// What an SVG draws: dark modules as a path, one unit each, with the quiet zone that readers need around them.
    ///
    /// @param size width and height in modules
    public record Drawing(String path, int size) {

        @Override
        public String toString() {
            return "[REDACTED]";
        }
    }

    public static Drawing drawing(String content) {
        var code = matrix(content);
        var path = new StringBuilder();
        for (var y = 0; y < code.getHeight(); y++) {
            for (var x = 0; x < code.getWidth(); x++) {
                if (code.get(x, y) == 1) {
                    path.append('M')
                            .append(x + QUIET_ON_A_PAGE)
                            .append(' ')
                            .append(y + QUIET_ON_A_PAGE)
                            .append("h1v1h-1z");
                }
            }
        }
        return new Drawing(path.toString(), code.getWidth() + 2 * QUIET_ON_A_PAGE);
    }

    private static ByteMatrix matrix(String content) {
        try {
            return Encoder.encode(content, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("the text does not fit a QR code", e);
        }
    }

    private static boolean isDark(ByteMatrix code, int x, int y) {
        return x >= 0 && y >= 0 && x < code.getWidth() && y < code.getHeight() && code.get(x, y) == 1;
    }
}
