package health.visavis.web.audit;

import static org.assertj.core.api.Assertions.assertThatCode;

import health.visavis.access.Explanation;
import health.visavis.access.Passage;
import health.visavis.access.Sensitivity;
import health.visavis.alarm.AlarmKind;
import health.visavis.alarm.RaisedAlarm.Finding;
import health.visavis.breakglass.EmergencyReason;
import health.visavis.breakglass.EmergencyReview.Verdict;
import health.visavis.insight.SimulateAccess;
import health.visavis.insight.Unusual;
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
    void everyActHasANameForThePatient() {
        var texts = Texts.load();
        AuditFilter.acts().forEach(act -> assertText(texts, OwnTrailView.act(act)));
    }

    @Test
    void everyReasonOfComingAndGoingHasWords() {
        var texts = Texts.load();
        for (var reason : Passage.Reason.values()) {
            assertText(texts, "audit.reason." + reason.code());
        }
    }

    /// What access gives as its reason is a sentence for administrators and for the patient.
    @Test
    void everyExplanationHasWords() {
        var texts = Texts.load();
        for (var explanation : Explanation.values()) {
            assertText(texts, "audit.reason." + explanation.code());
        }
        for (var sensitivity : Sensitivity.values()) {
            assertText(texts, "audit.simulation.sees." + sensitivity);
            if (sensitivity != Sensitivity.ORDINARY) {
                assertText(texts, "chart.mark." + sensitivity);
                assertText(texts, "imports.labels." + sensitivity);
            }
        }
        SimulateAccess.ACTS.forEach(act -> assertText(texts, "audit.simulation.act." + act.code()));
        for (var reason : EmergencyReason.values()) {
            assertText(texts, "breakglass.reason." + reason);
        }
        for (var verdict : Verdict.values()) {
            assertText(texts, "audit.emergencies.verdict." + verdict);
        }
    }

    @Test
    void everyAlarmAndEveryReasonHasWords() {
        var texts = Texts.load();
        for (var kind : AlarmKind.values()) {
            assertText(texts, "audit.alarm." + kind.code());
            assertText(texts, "audit.alarm." + kind.code() + ".text");
        }
        for (var finding : Finding.values()) {
            assertText(texts, "audit.alarms.finding." + finding);
        }
        for (var reason : Unusual.values()) {
            assertText(texts, "audit.unusual." + reason);
        }
    }

    private static void assertText(Texts texts, String key) {
        for (var language : Language.values()) {
            assertThatCode(() -> texts.text(language, key, 3))
                    .as(key + " in " + language)
                    .doesNotThrowAnyException();
        }
    }
}
