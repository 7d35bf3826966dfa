package health.visavis.telephone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.kernel.Sensitive;
import health.visavis.kernel.VisitId;
import health.visavis.telephone.PhoneEngine.Dial;
import health.visavis.telephone.domain.Ending;
import health.visavis.telephone.domain.PhoneCall;
import health.visavis.telephone.domain.PhoneCallId;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What every telephone carrier does; each adapter's test extends it. What happens at the other end is up to the test,
/// and what becomes of a call is read where the platform keeps it.
public abstract class PhoneEngineContract {

    @Autowired
    private PhoneFixtures phones;

    private final String number = PhoneFixtures.anotherNumber();

    protected abstract PhoneEngine engine();

    /// A carrier of the same kind that cannot be reached; empty where there is nothing to reach.
    protected abstract Optional<PhoneEngine> unreachableEngine();

    /// How many telephones ring, or have rung, under this number.
    protected abstract long ringsAt(String number);

    /// Whoever has this number picks up.
    protected abstract void picksUp(String number, String reference);

    /// Whoever has this number is talking to somebody else.
    protected abstract void isBusy(String number, String reference);

    protected abstract void letsItRing(String number, String reference);

    /// The call ends at the other end.
    protected abstract void putsDown(String number, String reference);

    /// Whether the carrier still holds the call.
    protected abstract boolean isHeld(String reference);

    @Test
    void whoPicksUpIsOnTheTelephoneUntilTheyPutItDown() {
        var call = wanted();
        var reference = dial(call);

        picksUp(number, reference);
        assertThat(phones.read(call)).isInstanceOf(PhoneCall.Answered.class);

        putsDown(number, reference);
        assertThat(ending(call)).isEqualTo(Ending.COMPLETED);
    }

    @Test
    void theSameCallTwiceRingsOnce() {
        var call = wanted();

        var first = dial(call);
        var again = dial(call);
        picksUp(number, first);

        assertThat(again).isEqualTo(first);
        assertThat(ringsAt(number)).isOne();
    }

    @Test
    void whoIsBusyOrDoesNotPickUpIsToldApart() {
        var busy = wanted();
        isBusy(number, dial(busy));
        assertThat(ending(busy)).isEqualTo(Ending.BUSY);

        var unanswered = wanted();
        letsItRing(number, dial(unanswered));
        assertThat(ending(unanswered)).isEqualTo(Ending.NO_ANSWER);
    }

    @Test
    void newsThatComesTwiceChangesNothing() {
        var call = wanted();
        var reference = dial(call);
        picksUp(number, reference);
        var answered = phones.read(call);

        picksUp(number, reference);

        assertThat(phones.read(call)).isEqualTo(answered);
    }

    @Test
    void hangingUpEndsTheCallAtTheCarrier() {
        var call = wanted();
        var reference = dial(call);
        picksUp(number, reference);

        engine().hangUp(reference);

        assertThat(isHeld(reference)).isFalse();
        assertThatCode(() -> engine().hangUp(reference)).doesNotThrowAnyException();
    }

    @Test
    void aCallThatIsNotThereIsHungUpAlready() {
        assertThatCode(() -> engine().hangUp(UUID.randomUUID().toString())).doesNotThrowAnyException();
    }

    @Test
    void aReferenceSaysNothingOfThePersonWhoIsCalled() {
        assertThat(dial(wanted())).isNotBlank().doesNotContain(number.substring(1));
    }

    @Test
    void aCarrierThatCannotBeReachedSaysSoWithoutTheNumber() {
        var unreachable = unreachableEngine();
        Assumptions.assumeTrue(unreachable.isPresent(), "nothing to reach");
        var call = wanted();

        assertThatThrownBy(() -> unreachable.get().dial(of(call)))
                .isInstanceOf(PhoneUnavailable.class)
                .hasMessageNotContaining(number.substring(1));
    }

    private PhoneCallId wanted() {
        return phones.wanted(engine(), number);
    }

    private String dial(PhoneCallId call) {
        var reference = engine().dial(of(call));
        phones.dialled(call, reference);
        return reference;
    }

    private Dial of(PhoneCallId call) {
        return new Dial(call, VisitId.next(), Sensitive.of(number), Sensitive.of("+12024561010"));
    }

    private Ending ending(PhoneCallId call) {
        assertThat(phones.read(call)).isInstanceOf(PhoneCall.Ended.class);
        return ((PhoneCall.Ended) phones.read(call)).ending();
    }
}
