package health.visavis.local.signin.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {

    @Test
    void fourWrongTriesCostNothingAndThenTheWaitGrowsToAQuarterOfAnHour() {
        assertThat(Patience.after(4)).isZero();
        assertThat(Patience.after(5)).isEqualTo(Duration.ofSeconds(5));
        assertThat(Patience.after(6)).isEqualTo(Duration.ofSeconds(10));
        assertThat(Patience.after(12)).isEqualTo(Duration.ofSeconds(640));
        assertThat(Patience.after(13)).isEqualTo(Duration.ofMinutes(15));
        assertThat(Patience.after(Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(15));
    }
}
