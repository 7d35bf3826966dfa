package health.visavis.web.consent;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.consent.ConsentKind;
import health.visavis.consent.ConsentPeriod;
import health.visavis.web.i18n.Language;
import health.visavis.web.i18n.Texts;
import health.visavis.web.layout.TestShell;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// What patients have agreed to is what was shown: words that were once signed are never changed.
class StatementTest {

    private static final Texts TEXTS = Texts.load();

    /// What can be chosen is part of what is signed.
    private static final List<String> CHOICES =
            List.of("consent.recipients.", "consent.period.", "consent.form.agreed");

    /// Whoever changes these words counts up [ConsentKind#wording], adds words under the new number, and its digest
    /// here.
    @Test
    void signedWordsStayAsTheyWere() throws NoSuchAlgorithmException {
        assertThat(digest(1)).isEqualTo("3dd38441992db73c7e981faaf5a60831653834ec8406adad7904c45979e540d6");
    }

    @Test
    void thereIsAStatementForTheWordingThatIsShown() {
        for (var language : Language.values()) {
            var shell = TestShell.of(language).shell();
            assertThat(ConsentsView.statement(shell, ConsentKind.SUBSTANCE_USE_RECORDS.wording()))
                    .hasSize(9)
                    .allSatisfy(part -> assertThat(part.title()).isNotBlank())
                    .allSatisfy(part -> assertThat(part.text()).isNotBlank().doesNotContain("{"));
            for (var period : ConsentPeriod.values()) {
                assertThat(TEXTS.has(language, "consent.period." + period)).isTrue();
            }
        }
    }

    private static String digest(int wording) throws NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256");
        for (var language : Language.values()) {
            for (var key : new TreeSet<>(TEXTS.keys(language))) {
                if (key.startsWith("consent.statement." + wording + ".")
                        || CHOICES.stream().anyMatch(key::startsWith)) {
                    digest.update(
                            (key + "=" + TEXTS.text(language, key, "{0}") + "\n").getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
