package health.visavis.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What every carrier of mail does; each adapter's test extends it.
public abstract class MailSenderContract {

    private static final String CALENDAR = "BEGIN:VCALENDAR\r\nSUMMARY:Visita mañana\r\nEND:VCALENDAR\r\n";

    protected abstract MailSender sender();

    /// What has arrived since the test began, oldest first.
    protected abstract List<Mail> delivered();

    /// A carrier that cannot be reached.
    protected abstract MailSender unansweredSender();

    @Test
    void aMailArrivesAsItWasWritten() {
        var mail = new Mail("maria@example.invalid", "Su visita", "Mañana a las 10:00.\n\nhttps://visavis.invalid/v/1");

        sender().send(mail);

        assertThat(delivered()).containsExactly(mail);
    }

    @Test
    void anAttachmentArrivesUnchanged() {
        var mail = new Mail(
                "maria@example.invalid",
                "Su visita",
                "Mañana",
                new Attachment("visit.ics", "text/calendar; method=REQUEST; charset=utf-8", CALENDAR));

        sender().send(mail);

        assertThat(delivered()).containsExactly(mail);
    }

    @Test
    void twoMailsOfTheSameWordsAreTwoMails() {
        var mail = new Mail("maria@example.invalid", "Su visita", "Mañana");

        sender().send(mail);
        sender().send(mail);

        assertThat(delivered()).containsExactly(mail, mail);
    }

    @Test
    void whatIsNotAcceptedIsThrownBackAndTheFailureNamesNobody() {
        var mail = new Mail("maria@example.invalid", "Su visita", "Mañana");

        var failure = catchThrowable(() -> unansweredSender().send(mail));

        assertThat(failure).isInstanceOf(RuntimeException.class);
        assertThat(Stream.iterate(failure, cause -> cause != null, Throwable::getCause))
                .allSatisfy(cause ->
                        assertThat(String.valueOf(cause.getMessage())).doesNotContain("maria", "visita", "Mañana"));
    }
}
