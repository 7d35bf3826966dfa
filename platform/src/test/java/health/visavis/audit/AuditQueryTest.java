package health.visavis.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditQueryTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 500})
    void fromOneRowToFiveHundredAtATime(int limit) {
        assertThat(query(limit).limit()).isEqualTo(limit);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 501})
    void nobodyAsksForNothingOrForTheWholeTrail(int limit) {
        assertThatThrownBy(() -> query(limit)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everythingElseMayBeLeftOpen() {
        assertThat(query(10).patient()).isNull();
    }

    private static AuditQuery query(int limit) {
        return new AuditQuery(null, null, null, null, Instant.EPOCH, Instant.EPOCH.plusSeconds(1), limit);
    }
}
