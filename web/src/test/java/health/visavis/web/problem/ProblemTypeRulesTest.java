package health.visavis.web.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import health.visavis.web.i18n.Language;
import health.visavis.web.i18n.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTypeRulesTest {

    private static final Path PAGES = Path.of("..", "docs", "problems");

    @ParameterizedTest
    @EnumSource
    void everyProblemHasAPageInTheDocs(ProblemType type) throws IOException {
        var page = PAGES.resolve(type.slug() + ".md");

        assertThat(page).exists();
        assertThat(Files.readString(page))
                .contains("/problems/" + type.slug())
                .contains("HTTP " + type.status().value());
        assertThat(Files.readString(PAGES.resolve("README.md"))).contains("(" + type.slug() + ".md)");
    }

    @ParameterizedTest
    @EnumSource
    void everyProblemSaysWhatToDoNextInBothLanguages(ProblemType type) {
        var texts = Texts.load();
        for (var language : Language.values()) {
            assertThatCode(() -> {
                        texts.text(language, "problem." + type.slug() + ".title");
                        texts.text(language, "problem." + type.slug() + ".next", 1);
                    })
                    .as(type + " in " + language)
                    .doesNotThrowAnyException();
        }
    }
}
