package health.visavis.telephone.domain;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.kernel.VisitId;
import health.visavis.telephone.domain.PhoneCall.Leg;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PhoneCallTest {

    private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");

    private final Leg out = new Leg(PhoneCallId.next(), VisitId.next(), false, NOON);
    private final Leg in = new Leg(PhoneCallId.next(), VisitId.next(), true, NOON);

    @Test
    void aCallThatIsAnsweredAndPutDownIsCompletedAndRemembersWhenItWasAnswered() {
        var ended = new PhoneCall.Dialling(out)
                .after(PhoneStep.RINGING, NOON.plusSeconds(2))
                .after(PhoneStep.ANSWERED, NOON.plusSeconds(9))
                .after(PhoneStep.GONE, NOON.plusSeconds(60));

        assertThat(ended)
                .isEqualTo(new PhoneCall.Ended(out, NOON.plusSeconds(9), NOON.plusSeconds(60), Ending.COMPLETED));
    }

    @ParameterizedTest
    @CsvSource({"BUSY,BUSY", "NO_ANSWER,NO_ANSWER", "FAILED,FAILED", "GONE,NO_ANSWER"})
    void aTelephoneThatRingsEndsForThatReason(PhoneStep step, Ending ending) {
        var ended = new PhoneCall.Ringing(out, NOON).after(step, NOON.plusSeconds(30));

        assertThat(ended).isEqualTo(new PhoneCall.Ended(out, null, NOON.plusSeconds(30), ending));
    }

    @Test
    void anAnswerThatOvertookTheRingingStaysAnAnswer() {
        var answered = new PhoneCall.Dialling(out).after(PhoneStep.ANSWERED, NOON.plusSeconds(3));

        assertThat(answered.after(PhoneStep.RINGING, NOON.plusSeconds(4))).isSameAs(answered);
    }

    @ParameterizedTest
    @EnumSource(PhoneStep.class)
    void whatHasEndedStaysEnded(PhoneStep late) {
        var ended = new PhoneCall.Ringing(out, NOON).hangUp(NOON.plusSeconds(5));

        assertThat(ended.after(late, NOON.plusSeconds(6))).isSameAs(ended);
        assertThat(ended.hangUp(NOON.plusSeconds(7))).isSameAs(ended);
    }

    @Test
    void hangingUpBeforeTheAnswerCancels() {
        assertThat(new PhoneCall.Dialling(out).hangUp(NOON).ending()).isEqualTo(Ending.CANCELLED);
        assertThat(new PhoneCall.Answered(out, NOON).hangUp(NOON.plusSeconds(1)).ending())
                .isEqualTo(Ending.COMPLETED);
    }

    @Test
    void aCallerWhoHoldsIsPutThroughOrGoes() {
        var holding = new PhoneCall.Holding(in);

        assertThat(holding.after(PhoneStep.RINGING, NOON)).isSameAs(holding);
        assertThat(holding.after(PhoneStep.ANSWERED, NOON)).isEqualTo(new PhoneCall.Answered(in, NOON));
        assertThat(holding.after(PhoneStep.GONE, NOON))
                .isEqualTo(new PhoneCall.Ended(in, null, NOON, Ending.CANCELLED));
        assertThat(holding.hangUp(NOON).ending()).isEqualTo(Ending.NO_ANSWER);
    }
}
