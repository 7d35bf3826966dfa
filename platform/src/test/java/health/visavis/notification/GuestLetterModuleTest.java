package health.visavis.notification;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.PlatformTest;
import health.visavis.kernel.Sensitive;
import health.visavis.kernel.TimeSlot;
import health.visavis.notification.GuestLetter.Addresses;
import health.visavis.notification.GuestLetter.Occasion;
import health.visavis.people.PeopleFixtures;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

@PlatformTest
@Import(RecordingSenders.class)
@TestPropertySource(properties = "visavis.notification.every=0s")
class GuestLetterModuleTest {

    private static final Instant START = Instant.parse("2026-11-24T19:30:00Z");
    private static final Addresses BOTH = new Addresses(Sensitive.of("mia@example.org"), Sensitive.of("+12025550123"));

    @Autowired
    GuestLetter letter;

    @Autowired
    RecordingSenders sent;

    private final Sensitive<String> token = Sensitive.of("token-" + UUID.randomUUID());

    @Test
    void mailAndMessageHoldTheTimeTheLinkAndNothingElse() {
        var outcome = letter.send(token, BOTH, occasion(Locale.ENGLISH));

        assertThat(outcome.mail()).hasValue(true);
        assertThat(outcome.sms()).hasValue(true);
        assertThat(sent.mailsAbout(token.reveal())).singleElement().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo("mia@example.org");
            assertThat(mail.text()).contains("/join/" + token.reveal(), "2:30 PM Eastern Time", "anybody's health");
        });
        assertThat(sent.messagesAbout(token.reveal()))
                .singleElement()
                .satisfies(message -> assertThat(message.to()).isEqualTo("+12025550123"));
    }

    @Test
    void itIsWrittenInTheLanguageThatWasChosen() {
        letter.send(token, BOTH, occasion(Locale.of("es")));

        assertThat(sent.mailsAbout(token.reveal()).getFirst().subject())
                .isEqualTo("Se le invita a participar en una videoconsulta");
    }

    @Test
    void whatDidNotLeaveIsToldAndWhatWasNotAskedForIsNotSent() {
        sent.failures.set(1);

        var outcome =
                letter.send(token, new Addresses(Sensitive.of("mia@example.org"), null), occasion(Locale.ENGLISH));

        assertThat(outcome.mail()).hasValue(false);
        assertThat(outcome.sms()).isEmpty();
        assertThat(sent.messagesAbout(token.reveal())).isEmpty();
    }

    private static Occasion occasion(Locale language) {
        return new Occasion(new TimeSlot(START, START.plusSeconds(1800)), PeopleFixtures.NEW_YORK, language);
    }
}
