package health.visavis.web.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Every text a template or a class names exists, in both languages, and Spanish is Spanish.
class TextsRulesTest {

    private static final Pattern LITERAL = Pattern.compile("\"([a-z][A-Za-z]*(?:\\.[A-Za-z0-9-]+)+\\.?)\"");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");
    private static final Path SAME_IN_BOTH = Path.of("src", "test", "resources", "texts", "same-in-both.txt");

    private final Texts texts = Texts.load();

    @Test
    void everyKeyNamedInATemplateOrAClassExists() throws IOException {
        var missing = new ArrayList<String>();
        for (var file : sources()) {
            var literals = LITERAL.matcher(Files.readString(file));
            while (literals.find()) {
                var key = literals.group(1);
                if (looksLikeAKey(key) && !known(key)) {
                    missing.add(file.getFileName() + ": " + key);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void theScanSeesAKeyThatIsNotThere() {
        assertThat(looksLikeAKey("shell.nav.nowhere")).isTrue();
        assertThat(known("shell.nav.nowhere")).isFalse();
        assertThat(known("shell.nav.home")).isTrue();
        assertThat(known("shell.nav.")).isTrue();
    }

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(texts.keys(Language.SPANISH)).isEqualTo(texts.keys(Language.ENGLISH));
    }

    @Test
    void bothLanguagesUseTheSameArguments() {
        for (var key : texts.keys(Language.ENGLISH)) {
            assertThat(arguments(Language.SPANISH, key)).as(key).isEqualTo(arguments(Language.ENGLISH, key));
        }
    }

    @Test
    void spanishDiffersFromEnglishUnlessAllowed() throws IOException {
        var same = texts.keys(Language.ENGLISH).stream()
                .filter(key -> texts.source(Language.ENGLISH, key).equals(texts.source(Language.SPANISH, key)))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(same).isEqualTo(new TreeSet<>(allowed()));
    }

    private static List<String> allowed() throws IOException {
        return Files.readAllLines(SAME_IN_BOTH).stream()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private Set<String> arguments(Language language, String key) {
        return ARGUMENT.matcher(texts.source(language, key))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private boolean known(String key) {
        return key.endsWith(".")
                ? texts.keys(Language.ENGLISH).stream().anyMatch(other -> other.startsWith(key))
                : texts.has(Language.ENGLISH, key);
    }

    /// Two dots at least, and the first word is the name of a bundle.
    private boolean looksLikeAKey(String literal) {
        var words = literal.split("\\.", -1);
        return words.length >= 3
                && texts.keys(Language.ENGLISH).stream().anyMatch(key -> key.startsWith(words[0] + "."));
    }

    private static List<Path> sources() throws IOException {
        var files = new ArrayList<Path>();
        for (var root : List.of(Path.of("src", "main", "java"), Path.of("src", "main", "jte"))) {
            try (var walk = Files.walk(root)) {
                walk.filter(Files::isRegularFile).forEach(files::add);
            }
        }
        return files;
    }
}
