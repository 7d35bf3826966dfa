package health.visavis.local.mailbox;

import health.visavis.MutableClock;
import health.visavis.PlatformTest;
import health.visavis.notification.Sms;
import health.visavis.notification.SmsSender;
import health.visavis.notification.SmsSenderContract;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@PlatformTest
class MailboxSmsSenderContractModuleTest extends SmsSenderContract {

    @Autowired
    private JdbcClient jdbc;

    private final MutableClock clock = new MutableClock();

    @BeforeEach
    void emptyTheMailbox() {
        jdbc.sql("DELETE FROM local_mailbox").update();
    }

    @Override
    protected SmsSender sender() {
        return sms -> {
            clock.advance(Duration.ofSeconds(1));
            return new MailboxSmsSender(new LocalMailbox(jdbc), clock).send(sms);
        };
    }

    @Override
    protected List<Sms> delivered() {
        return new LocalMailbox(jdbc)
                .newest().reversed().stream()
                        .map(letter -> new Sms(letter.recipient(), letter.body()))
                        .toList();
    }

    @Override
    protected SmsSender unansweredSender() {
        var nobody = JdbcClient.create(new DriverManagerDataSource("jdbc:postgresql://localhost:1/nobody"));
        return new MailboxSmsSender(new LocalMailbox(nobody), clock);
    }
}
