package health.visavis.web.styles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import health.visavis.web.home.HomePages;
import health.visavis.web.i18n.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a page costs on a slow line, compressed the way the server sends it (gzip; most browsers get the smaller
/// brotli).
class PageWeightTest {

    private static final Path ASSETS = Path.of("build", "static", "assets");
    private static final int KILOBYTE = 1024;

    @BeforeEach
    void theFrontEndIsBuilt() {
        assumeTrue(Files.exists(ASSETS.resolve("manifest.json")), "npm run build has not run");
    }

    @Test
    void styleAndScriptOfEveryPageStayUnderSixtyKilobytes() throws IOException {
        assertThat(styleAndScript()).isLessThan(60 * KILOBYTE);
    }

    @Test
    void aWholePageStaysUnderAHundredKilobytes() throws IOException {
        var heaviest = 0L;
        for (var html : HomePages.all(Language.SPANISH).values()) {
            heaviest = Math.max(heaviest, compressed(html));
        }
        assertThat(heaviest + styleAndScript() + sizeOf("*.woff2")).isLessThan(100 * KILOBYTE);
    }

    /// With everything that is loaded only when somebody wants it; without a vendor's own calling client.
    @Test
    void allScriptsOfACallStayUnderEightyKilobytes() throws IOException {
        assertThat(sizeOf("*.js.gz") - sizeOf("acs-sdk-*.js.gz")).isLessThan(80 * KILOBYTE);
    }

    private static long styleAndScript() throws IOException {
        return sizeOf("main-*.css.gz") + sizeOf("app-*.js.gz");
    }

    private static long sizeOf(String glob) throws IOException {
        var size = 0L;
        try (var files = Files.newDirectoryStream(ASSETS, glob)) {
            for (var file : files) {
                size += Files.size(file);
            }
        }
        assertThat(size).as(glob).isPositive();
        return size;
    }

    private static long compressed(String html) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(html.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }
}
