package health.visavis.local.lan;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrCodeTest {

    private static final int SCALE = 4;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatTheTerminalShowsIsReadBack(boolean coloured) throws Exception {
        var address = "https://192.168.178.201:8443/";
        var lines =
                QrCode.of(address, coloured).replaceAll("\u001b\\[[0-9;]*m", "").split("\n");

        var width = lines[0].length() * SCALE;
        var height = lines.length * 2 * SCALE;
        var pixels = new int[width * height];
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                var drawn = isDrawn(lines[y / (2 * SCALE)].charAt(x / SCALE), (y / SCALE) % 2 == 0);
                pixels[y * width + x] = drawn == coloured ? 0x000000 : 0xffffff;
            }
        }
        var picture = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        assertThat(new QRCodeReader().decode(picture).getText()).isEqualTo(address);
        assertThat(Arrays.stream(lines).mapToInt(String::length).max().orElseThrow())
                .isLessThan(60);
    }

    @Test
    void whatAPageDrawsIsReadBack() throws Exception {
        var secret = "otpauth://totp/Visavis?issuer=Visavis&secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
        var drawing = QrCode.drawing(secret);

        var width = drawing.size() * SCALE;
        var pixels = new int[width * width];
        Arrays.fill(pixels, 0xffffff);
        var module = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(drawing.path());
        while (module.find()) {
            var left = Integer.parseInt(module.group(1)) * SCALE;
            var top = Integer.parseInt(module.group(2)) * SCALE;
            for (var pixel = 0; pixel < SCALE * SCALE; pixel++) {
                pixels[(top + pixel / SCALE) * width + left + pixel % SCALE] = 0x000000;
            }
        }
        var picture = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, width, pixels)));
        assertThat(new QRCodeReader().decode(picture).getText()).isEqualTo(secret);
        assertThat(drawing).hasToString("[REDACTED]");
    }

    private static boolean isDrawn(char block, boolean upper) {
        return switch (block) {
            case '█' -> true;
            case '▀' -> upper;
            case '▄' -> !upper;
            default -> false;
        };
    }
}
