package health.visavis.local.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// What the pages load: the style sheet of the application, as its front-end build named it. Without a build the pages
/// have their own sheet only.
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
        return file("local.css");
    }

    /// The one script: only a script can ask a device for a passkey.
    public static byte[] passkeyScript() {
        return file("passkey.js");
    }

    private static byte[] file(String name) {
        try (var file = Styles.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing from the class path");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
