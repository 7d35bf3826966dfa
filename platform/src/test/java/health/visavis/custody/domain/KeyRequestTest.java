package health.visavis.custody.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.custody.domain.KeyRequest.Agreement;
import health.visavis.custody.domain.KeyRequest.Answer;
import health.visavis.custody.domain.KeyRequest.Approved;
import health.visavis.custody.domain.KeyRequest.Asked;
import health.visavis.custody.domain.KeyRequest.Backed;
import health.visavis.custody.domain.KeyRequest.Closed;
import health.visavis.custody.domain.KeyRequest.Ending;
import health.visavis.custody.domain.KeyRequest.Terms;
import health.visavis.kernel.PersonId;
import health.visavis.kernel.Requirement;
import health.visavis.kernel.TimeOrderedId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@Requirement("CRY-07")
class KeyRequestTest {

    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final PersonId ONE = PersonId.next();
    private static final PersonId OTHER = PersonId.next();

    private final Asked asked = new Asked(
            new Terms(TimeOrderedId.next(), new KeyAct.Rotate(), "yearly", NOW, NOW.plus(Duration.ofDays(1))));

    @Test
    void twoDifferentPeopleHaveToAgree() {
        var backed = agreed(asked, ONE, NOW);
        assertThat(backed).isEqualTo(new Backed(asked.terms(), new Agreement(ONE, NOW)));

        assertThat(backed.agreedBy(ONE, NOW)).isEqualTo(new Answer.SamePerson());

        assertThat(agreed(backed, OTHER, NOW))
                .isEqualTo(new Approved(asked.terms(), new Agreement(ONE, NOW), new Agreement(OTHER, NOW)));
    }

    @Test
    void nobodyIsBoth() {
        var agreement = new Agreement(ONE, NOW);

        assertThatThrownBy(() -> new Approved(asked.terms(), agreement, new Agreement(ONE, NOW.plusSeconds(1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nobodyAgreesToWhatHasLapsed() {
        var end = asked.terms().until();
        var backed = agreed(asked, ONE, end.minusSeconds(1));

        assertThat(backed.agreedBy(OTHER, end)).isEqualTo(new Answer.NotOpen());
        assertThat(asked.agreedBy(ONE, end)).isEqualTo(new Answer.NotOpen());
        assertThat(backed.isOpenAt(end)).isFalse();
    }

    @Test
    void whatIsDecidedIsDecided() {
        var approved = agreed(agreed(asked, ONE, NOW), OTHER, NOW);
        var closed = new Closed(asked.terms(), Ending.REFUSED, NOW);

        assertThat(approved.agreedBy(PersonId.next(), NOW)).isEqualTo(new Answer.NotOpen());
        assertThat(closed.agreedBy(OTHER, NOW)).isEqualTo(new Answer.NotOpen());
        assertThat(approved.isOpenAt(NOW)).isFalse();
        assertThat(closed.isOpenAt(NOW)).isFalse();
    }

    private static KeyRequest agreed(KeyRequest request, PersonId person, Instant at) {
        return ((Answer.Agreed) request.agreedBy(person, at)).now();
    }
}
