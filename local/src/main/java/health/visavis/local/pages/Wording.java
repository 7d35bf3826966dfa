package health.visavis.local.pages;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;

/// The texts of one area in one language. A missing key is our mistake and says so.
public final class Wording {

    private final Language language;
    private final Properties texts;

    private Wording(Language language, Properties texts) {
        this.language = language;
        this.texts = texts;
    }

    public static Map<Language, Wording> of(String area) {
        var wordings = new EnumMap<Language, Wording>(Language.class);
        for (var language : Language.values()) {
            wordings.put(
                    language, new Wording(language, read("texts/" + area + "_" + language.code() + ".properties")));
        }
        return wordings;
    }

    public Language language() {
        return language;
    }

    public String t(String key) {
        var text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no text " + key + " in " + language);
        }
        return text;
    }

    Properties texts() {
        return texts;
    }

    private static Properties read(String path) {
        var texts = new Properties();
        try (var file = Wording.class.getClassLoader().getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalArgumentException(path + " is missing from the class path");
            }
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
