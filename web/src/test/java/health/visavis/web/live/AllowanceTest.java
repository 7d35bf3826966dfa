package health.visavis.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AllowanceTest {

    private static final long SECOND = 1_000_000_000L;

    private final Allowance allowance = new Allowance(3, 2, 0);

    @Test
    void allowsABurstAndThenSoManyASecond() {
        assertThat(taken(10, 0)).isEqualTo(3);
        assertThat(taken(10, SECOND)).isEqualTo(2);
        assertThat(taken(10, SECOND + SECOND / 2)).isEqualTo(1);
    }

    @Test
    void stillnessSavesUpNoMoreThanABurst() {
        assertThat(taken(10, 1_000 * SECOND)).isEqualTo(3);
    }

    private int taken(int asked, long now) {
        var granted = 0;
        for (var i = 0; i < asked; i++) {
            granted += allowance.take(now) ? 1 : 0;
        }
        return granted;
    }
}
