package health.visavis.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.audit.CheckpointWitness.WitnessDisagrees;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// What every witness does; each adapter's test extends it. Each test has an empty one.
public abstract class CheckpointWitnessContract {

    private static final byte[] PART = "a part\n".getBytes(StandardCharsets.UTF_8);

    protected abstract CheckpointWitness witness();

    @Test
    void whatWasPutIsKept() {
        var witness = witness();
        witness.put("0000000000000000007.log", PART);

        assertThat(witness.get("0000000000000000007.log")).hasValue(PART);
        assertThat(witness.get("0000000000000000008.log")).isEmpty();
    }

    @Test
    void theNamesComeInTheirOrder() {
        var witness = witness();
        assertThat(witness.names()).isEmpty();
        for (var name : new String[] {"0000000000000000010.log", "key-0a1b2c3d.pem", "0000000000000000007.log"}) {
            witness.put(name, PART);
        }

        assertThat(witness.names())
                .containsExactly("0000000000000000007.log", "0000000000000000010.log", "key-0a1b2c3d.pem");
    }

    @Test
    void nothingIsChangedAndTheSameAgainIsQuiet() {
        var witness = witness();
        witness.put("0000000000000000007.log", PART);

        assertThatCode(() -> witness.put("0000000000000000007.log", PART)).doesNotThrowAnyException();
        assertThatThrownBy(() -> witness.put("0000000000000000007.log", new byte[] {1}))
                .isInstanceOf(WitnessDisagrees.class)
                .hasMessageContaining("0000000000000000007.log");
        assertThat(witness.get("0000000000000000007.log")).hasValue(PART);
    }

    @Test
    void aNameThatLeadsElsewhereIsRefused() {
        assertThatThrownBy(() -> witness().put("../elsewhere.log", PART)).isInstanceOf(IllegalArgumentException.class);
    }
}
