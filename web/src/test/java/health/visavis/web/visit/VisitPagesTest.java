package health.visavis.web.visit;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.web.i18n.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Draws every page of a visit in every state and leaves them in `target/fixtures` for eyes and other tests.
class VisitPagesTest {

    private static final Path FOLDER = Path.of("target", "fixtures");

    @Test
    void everyPageDrawsInEveryLanguageWithoutInlineStyleOrScript() throws IOException {
        Files.createDirectories(FOLDER);
        for (var language : Language.values()) {
            for (var page : VisitPages.all(language).entrySet()) {
                assertThat(page.getValue())
                        .as(page.getKey())
                        .doesNotContainPattern("\\sstyle=\"")
                        .doesNotContainPattern("\\son[a-z]+=\"")
                        .doesNotContainPattern("<script(?![^>]*\\ssrc=)");
                Files.writeString(FOLDER.resolve(page.getKey() + "." + language.code() + ".html"), page.getValue());
            }
        }
    }

    @Test
    void thePatientsRoomHoldsNothingThatOnlyTheDoctorMayDo() {
        for (var page : VisitPages.all(Language.ENGLISH).entrySet()) {
            if (page.getKey().startsWith("visit-room-patient")) {
                assertThat(page.getValue())
                        .as(page.getKey())
                        .doesNotContain("data-do=\"admit\"")
                        .doesNotContain("data-do=\"return\"")
                        .doesNotContain("data-do=\"end\"")
                        .doesNotContain("/panel");
            }
        }
    }
}
