package health.visavis.local.mailbox;

import health.visavis.MutableClock;
import health.visavis.PlatformTest;
import health.visavis.notification.Attachment;
import health.visavis.notification.Mail;
import health.visavis.notification.MailSender;
import health.visavis.notification.MailSenderContract;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@PlatformTest
class MailboxMailSenderContractModuleTest extends MailSenderContract {

    @Autowired
    private JdbcClient jdbc;

    private final MutableClock clock = new MutableClock();

    @BeforeEach
    void emptyTheMailbox() {
        jdbc.sql("DELETE FROM local_mailbox").update();
    }

    @Override
    protected MailSender sender() {
        return mail -> {
            clock.advance(Duration.ofSeconds(1));
            return new MailboxMailSender(new LocalMailbox(jdbc), clock).send(mail);
        };
    }

    @Override
    protected List<Mail> delivered() {
        return new LocalMailbox(jdbc)
                .newest().reversed().stream()
                        .map(MailboxMailSenderContractModuleTest::mail)
                        .toList();
    }

    @Override
    protected MailSender unansweredSender() {
        var nobody = JdbcClient.create(new DriverManagerDataSource("jdbc:postgresql://localhost:1/nobody"));
        return new MailboxMailSender(new LocalMailbox(nobody), clock);
    }

    private static Mail mail(Letter letter) {
        var file = letter.file();
        return new Mail(
                letter.recipient(),
                letter.subject(),
                letter.body(),
                file == null ? null : new Attachment(file.name(), file.type(), file.content()));
    }
}
