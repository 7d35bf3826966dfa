package health.visavis.web.i18n;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// All bundles of all areas, read and parsed once at start. A broken pattern or a key defined twice stops the
/// start.
public final class Texts {

    private final Map<Language, Map<String, Pattern>> patterns;
    private final Map<Language, Map<String, String>> sources;

    private Texts(Map<Language, Map<String, String>> sources) {
        this.sources = sources;
        this.patterns = new EnumMap<>(Language.class);
        sources.forEach((language, texts) -> patterns.put(language, parsed(texts)));
    }

    public static Texts load() {
        var sources = new EnumMap<Language, Map<String, String>>(Language.class);
        for (var language : Language.values()) {
            sources.put(language, read(language));
        }
        return new Texts(sources);
    }

    /// The text in that language. A key that is not there is our mistake and says so.
    public String text(Language language, String key, Object... arguments) {
        var pattern = of(language, patterns).get(key);
        if (pattern == null) {
            throw new MissingText(language, key);
        }
        try {
            return pattern.fill(language, arguments);
        } catch (IllegalArgumentException | ClassCastException cause) {
            throw new IllegalArgumentException("Text " + key + " in " + language, cause);
        }
    }

    public boolean has(Language language, String key) {
        return of(language, patterns).containsKey(key);
    }

    public Set<String> keys(Language language) {
        return Set.copyOf(of(language, sources).keySet());
    }

    /// The unfilled text, for tests that compare languages.
    String source(Language language, String key) {
        return of(language, sources).getOrDefault(key, "");
    }

    private static <T> Map<String, T> of(Language language, Map<Language, Map<String, T>> all) {
        return all.getOrDefault(language, Map.of());
    }

    private static Map<String, Pattern> parsed(Map<String, String> texts) {
        var parsed = new TreeMap<String, Pattern>();
        texts.forEach((key, text) -> {
            try {
                parsed.put(key, Pattern.parse(text));
            } catch (RuntimeException cause) {
                throw new IllegalArgumentException("Text " + key, cause);
            }
        });
        return Map.copyOf(parsed);
    }

    private static Map<String, String> read(Language language) {
        var texts = new TreeMap<String, String>();
        try {
            var bundles = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:texts/*_" + language.code() + ".properties");
            for (var bundle : bundles) {
                properties(bundle).forEach((key, text) -> {
                    if (texts.put(key.toString(), text.toString()) != null) {
                        throw new IllegalStateException("Text " + key + " is defined twice");
                    }
                });
            }
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
        return texts;
    }

    private static Properties properties(Resource bundle) throws IOException {
        var properties = new Properties();
        try (var reader = new InputStreamReader(bundle.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
