package health.visavis.local.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.MutableClock;
import health.visavis.PlatformTest;
import health.visavis.notification.Attachment;
import health.visavis.notification.Mail;
import health.visavis.notification.Sms;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class LocalMailboxModuleTest {

    @Autowired
    private JdbcClient jdbc;

    private final MutableClock clock = new MutableClock();
    private LocalMailbox mailbox;

    @BeforeEach
    void setUp() {
        jdbc.sql("DELETE FROM local_mailbox").update();
        mailbox = new LocalMailbox(jdbc);
    }

    @Test
    void mailsAndSmsArriveNewestFirst() {
        new MailboxMailSender(mailbox, clock)
                .send(new Mail(
                        "a@b.example",
                        "Your visit",
                        "At 10",
                        new Attachment("visit.ics", "text/calendar", "BEGIN:VCALENDAR")));
        clock.advance(Duration.ofSeconds(1));
        new MailboxSmsSender(mailbox, clock).send(new Sms("+15550100", "At 10"));

        var letters = mailbox.newest();
        assertThat(letters).extracting(Letter::kind).containsExactly(Letter.Kind.SMS, Letter.Kind.MAIL);
        assertThat(letters.getFirst().file()).isNull();
        var mail = mailbox.find(letters.getLast().id()).orElseThrow();
        assertThat(mail.recipient()).isEqualTo("a@b.example");
        assertThat(mail.subject()).isEqualTo("Your visit");
        assertThat(mail.file()).isEqualTo(new Letter.File("visit.ics", "text/calendar", "BEGIN:VCALENDAR"));
        assertThat(mail.toString()).doesNotContain("a@b.example", "Your visit");
    }

    @Test
    void onlyTheNewestStay() {
        var sender = new MailboxSmsSender(mailbox, clock);
        for (var number = 0; number < LocalMailbox.KEPT + 5; number++) {
            clock.advance(Duration.ofSeconds(1));
            sender.send(new Sms("+15550100", "Number " + number));
        }

        var letters = mailbox.newest();
        assertThat(jdbc.sql("SELECT count(*) FROM local_mailbox")
                        .query(Integer.class)
                        .single())
                .isBetween(LocalMailbox.KEPT, LocalMailbox.KEPT + 1);
        assertThat(letters.getFirst().body()).isEqualTo("Number " + (LocalMailbox.KEPT + 4));
    }
}
