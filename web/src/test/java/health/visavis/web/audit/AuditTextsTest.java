package health.visavis.web.audit;

import static org.assertj.core.api.Assertions.assertThatCode;

import health.visavis.access.Passage;
import health.visavis.web.i18n.Language;
import health.visavis.web.i18n.Texts;
import org.junit.jupiter.api.Test;

class AuditTextsTest {

    @Test
    void everyActHasAName() {
        var texts = Texts.load();
        AuditFilter.acts().forEach(act -> assertText(texts, "audit.action." + act));
    }

    @Test
    void everyReasonOfComingAndGoingHasWords() {
        var texts = Texts.load();
        for (var reason : Passage.Reason.values()) {
            assertText(texts, "audit.reason." + reason.code());
        }
    }

    private static void assertText(Texts texts, String key) {
        for (var language : Language.values()) {
            assertThatCode(() -> texts.text(language, key))
                    .as(key + " in " + language)
                    .doesNotThrowAnyException();
        }
    }
}
