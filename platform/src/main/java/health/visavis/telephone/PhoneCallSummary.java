package health.visavis.telephone;

import health.visavis.kernel.Sensitive;
import health.visavis.telephone.domain.Ending;
import health.visavis.telephone.domain.PhoneCall;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A telephone call as pages read it.
///
/// @param inbound whether the patient has called
/// @param number as people write it
public record PhoneCallSummary(
        UUID id,
        boolean inbound,
        Standing standing,
        Sensitive<String> number,
        Instant beganAt,
        @Nullable Instant answeredAt,
        @Nullable Instant endedAt,
        @Nullable Ending ending) {

    public enum Standing {
        DIALLING,
        RINGING,
        HOLDING,
        ANSWERED,
        ENDED
    }

    public boolean active() {
        return standing != Standing.ENDED;
    }

    static PhoneCallSummary of(PhoneCall call, Sensitive<String> number) {
        return switch (call) {
            case PhoneCall.Dialling now -> of(call, number, Standing.DIALLING, null);
            case PhoneCall.Ringing now -> of(call, number, Standing.RINGING, null);
            case PhoneCall.Holding now -> of(call, number, Standing.HOLDING, null);
            case PhoneCall.Answered now -> of(call, number, Standing.ANSWERED, now.answeredAt());
            case PhoneCall.Ended over ->
                new PhoneCallSummary(
                        over.id().value(),
                        over.leg().inbound(),
                        Standing.ENDED,
                        number,
                        over.leg().beganAt(),
                        over.answeredAt(),
                        over.endedAt(),
                        over.ending());
        };
    }

    private static PhoneCallSummary of(
            PhoneCall call, Sensitive<String> number, Standing standing, @Nullable Instant answeredAt) {
        return new PhoneCallSummary(
                call.id().value(),
                call.leg().inbound(),
                standing,
                number,
                call.leg().beganAt(),
                answeredAt,
                null,
                null);
    }
}
