package health.visavis.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeSlotTest {

    private static final Instant NINE = Instant.parse("2026-11-02T09:00:00Z");
    private static final TimeSlot NINE_TO_TEN = TimeSlot.starting(NINE, Duration.ofHours(1));

    @Test
    void touchingSlotsDoNotOverlap() {
        var tenToEleven = TimeSlot.starting(NINE.plusSeconds(3600), Duration.ofHours(1));

        assertThat(NINE_TO_TEN.overlaps(tenToEleven)).isFalse();
        assertThat(tenToEleven.overlaps(NINE_TO_TEN)).isFalse();
    }

    @Test
    void oneSharedSecondIsAnOverlap() {
        var almostTen = TimeSlot.starting(NINE.plusSeconds(3599), Duration.ofHours(1));

        assertThat(NINE_TO_TEN.overlaps(almostTen)).isTrue();
    }

    @Test
    void aSlotContainsItsStartAndNotItsEnd() {
        assertThat(NINE_TO_TEN.contains(NINE)).isTrue();
        assertThat(NINE_TO_TEN.contains(NINE_TO_TEN.end())).isFalse();
    }

    @Test
    void aSlotWithoutLengthIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TimeSlot(NINE, NINE));
    }
}
