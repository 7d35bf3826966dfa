package health.visavis.web.audit;

import static org.assertj.core.api.Assertions.assertThatCode;

import health.visavis.access.Action;
import health.visavis.web.i18n.Language;
import health.visavis.web.i18n.Texts;
import org.junit.jupiter.api.Test;

class AuditTextsTest {

    @Test
    void everyActHasAName() {
        var texts = Texts.load();
        for (var action : Action.values()) {
            for (var language : Language.values()) {
                assertThatCode(() -> texts.text(language, "audit.action." + action.code()))
                        .as(action + " in " + language)
                        .doesNotThrowAnyException();
            }
        }
    }
}
