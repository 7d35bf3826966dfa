package health.visavis.azure.acs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.notification.Attachment;
import health.visavis.notification.Mail;
import health.visavis.notification.MailSender;
import health.visavis.notification.MailSenderContract;
import health.visavis.simulator.acs.Emails;
import health.visavis.simulator.fault.Fault;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AcsMailSenderContractTest extends MailSenderContract {

    private final Emails emails = SimulatedAcs.simulator().services().emails();
    private final MailSender sender = new AcsMailSender(SimulatedAcs.channel(), SimulatedAcs.MAIL_FROM);
    private int before;

    @BeforeEach
    void count() {
        before = emails.sent().size();
        emails.end(0, null);
    }

    @AfterEach
    void everythingIsWellAgain() {
        SimulatedAcs.simulator().faults().clear();
        emails.end(1, null);
    }

    @Override
    protected MailSender sender() {
        return sender;
    }

    @Override
    protected List<Mail> delivered() {
        return emails.sent().stream()
                .skip(before)
                .map(AcsMailSenderContractTest::mail)
                .toList();
    }

    @Override
    protected MailSender unansweredSender() {
        return new AcsMailSender(SimulatedAcs.channelTo(SimulatedAcs.nowhere()), SimulatedAcs.MAIL_FROM);
    }

    @Test
    void aMailWhoseAnswerGetsLostIsSentOnce() {
        SimulatedAcs.simulator().faults().once("POST /emails:send", new Fault.CutAfter());

        sender.send(new Mail("somebody@example.invalid", "A visit", "Soon"));

        assertThat(delivered()).hasSize(1);
    }

    @Test
    void aMailThatIsDroppedIsThrownBack() {
        emails.end(1, "EmailDropped");

        assertThatThrownBy(() -> sender.send(new Mail("somebody@example.invalid", "A visit", "Soon")))
                .isInstanceOf(AcsProblem.class);
    }

    @Test
    void whoReadsAMailIsNotTracked() {
        sender.send(new Mail("somebody@example.invalid", "A visit", "Soon"));

        assertThat(emails.sent()
                        .getLast()
                        .message()
                        .path("userEngagementTrackingDisabled")
                        .asBoolean())
                .isTrue();
    }

    private static Mail mail(Emails.Sent sent) {
        var message = sent.message();
        var file = message.at("/attachments/0");
        return new Mail(
                message.at("/recipients/to/0/address").asText(),
                message.at("/content/subject").asText(),
                message.at("/content/plainText").asText(),
                file.isMissingNode()
                        ? null
                        : new Attachment(
                                file.path("name").asText(),
                                file.path("contentType").asText(),
                                new String(
                                        Base64.getDecoder()
                                                .decode(file.path("contentInBase64")
                                                        .asText()),
                                        StandardCharsets.UTF_8)));
    }
}
