package health.visavis.local.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// The style sheet of the application, as its front-end build named it. Without a build the pages have their
/// own sheet only.
public final class Styles {

    private static final String MANIFEST = "static/assets/manifest.json";

    private Styles() {}

    public static Optional<String> ofApplication() {
        try (var manifest = Styles.class.getClassLoader().getResourceAsStream(MANIFEST)) {
            if (manifest == null) {
                return Optional.empty();
            }
            var file = JsonMapper.shared()
                    .readTree(manifest)
                    .path("src/main/styles/main.css")
                    .path("file")
                    .asString("");
            return file.isEmpty() ? Optional.empty() : Optional.of("/assets/" + file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] own() {
        try (var sheet = Styles.class.getResourceAsStream("local.css")) {
            if (sheet == null) {
                throw new IllegalStateException("local.css is missing from the class path");
            }
            return sheet.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
