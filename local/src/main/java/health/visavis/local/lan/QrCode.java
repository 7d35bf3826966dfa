package health.visavis.local.lan;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/// An address as a QR code for the terminal, two rows of it in each line.
public final class QrCode {

    private static final int QUIET = 3;

    private QrCode() {}

    /// @param coloured black on white whatever the terminal's colours; without, light parts are drawn, as for a
    ///     dark terminal
    public static String of(String address, boolean coloured) {
        try {
            var code = Encoder.encode(address, ErrorCorrectionLevel.M).getMatrix();
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
        } catch (WriterException e) {
            throw new IllegalArgumentException("the address does not fit a QR code", e);
        }
    }

    private static boolean isDark(ByteMatrix code, int x, int y) {
        return x >= 0 && y >= 0 && x < code.getWidth() && y < code.getHeight() && code.get(x, y) == 1;
    }
}
