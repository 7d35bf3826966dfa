package health.visavis.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TimeOrderedIdTest {

    @Test
    void carriesVersionSevenAndTheVariantOfRfc9562() {
        var id = TimeOrderedId.next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void sortsByTime() {
        var earlier = TimeOrderedId.at(1_700_000_000_000L);
        var later = TimeOrderedId.at(1_700_000_000_001L);

        assertThat(earlier.toString()).isLessThan(later.toString());
    }

    @Test
    void aRefusalDoesNotRepeatTheInput() {
        assertThatThrownBy(() -> PatientId.of("Maria Example 1944-01-01 at home in x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a UUID");
    }

    @Test
    void whatIsSensitiveDoesNotPrint() {
        assertThat(Sensitive.of("secret").toString()).isEqualTo("[REDACTED]");
    }
}
