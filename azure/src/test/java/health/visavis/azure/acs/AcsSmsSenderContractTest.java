package health.visavis.azure.acs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.notification.Sms;
import health.visavis.notification.SmsSender;
import health.visavis.notification.SmsSenderContract;
import health.visavis.simulator.AcsSimulator;
import health.visavis.simulator.acs.ShortMessages;
import health.visavis.simulator.fault.Fault;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AcsSmsSenderContractTest extends SmsSenderContract {

    private final ShortMessages messages = SimulatedAcs.simulator().services().shortMessages();
    private final SmsSender sender = new AcsSmsSender(SimulatedAcs.channel(), AcsSimulator.NUMBER, Clock.systemUTC());
    private int before;

    @BeforeEach
    void count() {
        before = messages.sent().size();
    }

    @AfterEach
    void everythingIsWellAgain() {
        SimulatedAcs.simulator().faults().clear();
    }

    @Override
    protected SmsSender sender() {
        return sender;
    }

    @Override
    protected List<Sms> delivered() {
        return messages.sent().stream()
                .skip(before)
                .map(sent -> new Sms(sent.to(), sent.text()))
                .toList();
    }

    @Override
    protected SmsSender unansweredSender() {
        return new AcsSmsSender(SimulatedAcs.channelTo(SimulatedAcs.nowhere()), AcsSimulator.NUMBER, Clock.systemUTC());
    }

    @Test
    void aMessageWhoseAnswerGetsLostIsSentOnce() {
        SimulatedAcs.simulator().faults().once("POST /sms", new Fault.CutAfter());

        sender.send(new Sms("+14255550123", "A visit begins soon"));

        assertThat(delivered()).hasSize(1);
    }

    @Test
    void aNumberThatIsNoneIsThrownBackThoughTheAnswerIsASuccess() {
        assertThatThrownBy(() -> sender.send(new Sms("12", "A visit begins soon")))
                .isInstanceOfSatisfying(
                        AcsProblem.class, problem -> assertThat(problem.kind()).isEqualTo(AcsProblem.Kind.INVALID))
                .hasMessage("SEND_SMS was answered with 400");
    }

    @Test
    void aDeliveryReportIsAskedForUnderTheNameOfTheMessage() {
        var reference = sender.send(new Sms("+14255550123", "A visit begins soon"));

        assertThat(messages.sent().getLast().report()).isTrue();
        assertThat(reference).contains(messages.sent().getLast().messageId());
    }
}
