package health.visavis.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What every carrier of text messages does; each adapter's test extends it.
public abstract class SmsSenderContract {

    protected abstract SmsSender sender();

    /// What has arrived since the test began, oldest first.
    protected abstract List<Sms> delivered();

    /// A carrier that cannot be reached.
    protected abstract SmsSender unansweredSender();

    @Test
    void aMessageArrivesAsItWasWritten() {
        var sms = new Sms("+14255550123", "Su visita es mañana a las 10:00 (EST): https://visavis.invalid/v/1");

        sender().send(sms);

        assertThat(delivered()).containsExactly(sms);
    }

    @Test
    void twoMessagesOfTheSameWordsAreTwoMessages() {
        var sms = new Sms("+14255550123", "Su visita");

        sender().send(sms);
        sender().send(sms);

        assertThat(delivered()).containsExactly(sms, sms);
    }

    @Test
    void whatIsNotAcceptedIsThrownBackAndTheFailureNamesNobody() {
        var failure = catchThrowable(() -> unansweredSender().send(new Sms("+14255550123", "Su visita")));

        assertThat(failure).isInstanceOf(RuntimeException.class);
        assertThat(Stream.iterate(failure, cause -> cause != null, Throwable::getCause))
                .allSatisfy(
                        cause -> assertThat(String.valueOf(cause.getMessage())).doesNotContain("4255550123", "visita"));
    }
}
