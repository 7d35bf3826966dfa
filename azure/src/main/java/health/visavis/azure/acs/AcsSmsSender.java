package health.visavis.azure.acs;

import health.visavis.notification.Sms;
import health.visavis.notification.SmsSender;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// SMS, with delivery reports. SMS leaves Microsoft in the clear; the platform's messages say nothing of health.
final class AcsSmsSender implements SmsSender {

    private final AcsChannel channel;
    private final String from;
    private final Clock clock;

    AcsSmsSender(AcsChannel channel, String from, Clock clock) {
        this.channel = channel;
        this.from = from;
        this.clock = clock;
    }

    /// The answer as a whole is a success even when the only recipient was refused, so theirs is read.
    @Override
    public Optional<String> send(Sms sms) {
        var recipient = Map.of(
                "to", sms.to(),
                "repeatabilityRequestId", UUID.randomUUID().toString(),
                "repeatabilityFirstSent", AcsRequest.httpDate(clock.instant()));
        var answer = channel.send(new AcsRequest(AcsOperation.SEND_SMS)
                .with(Map.of(
                        "from", from,
                        "smsRecipients", List.of(recipient),
                        "message", sms.text(),
                        "smsSendOptions", Map.of("enableDeliveryReport", true))));
        for (var result : answer.all("value")) {
            if (!result.isTrue("successful")) {
                throw AcsProblem.answered(AcsOperation.SEND_SMS, result.number("httpStatusCode"), null);
            }
        }
        return answer.all("value").stream()
                .map(result -> result.optional("messageId"))
                .filter(Objects::nonNull)
                .findFirst();
    }
}
