package health.visavis.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.access.Passage.Reason;
import health.visavis.kernel.Requirement;
import health.visavis.web.security.EdgeRefusals.Row;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeRefusalsTest {

    private Instant now = Instant.parse("2026-11-02T08:00:00Z");
    private final InstantSource watch = () -> now;
    private final EdgeRefusals refusals = new EdgeRefusals(watch.withZone(ZoneOffset.UTC));

    @Test
    void anAddressHasOneRowInAnInterval() {
        for (var time = 0; time < 3; time++) {
            refusals.refused("198.51.100.4", time == 0 ? Reason.NO_EDGE : Reason.OTHER_EDGE);
        }

        assertThat(handedOver()).containsExactly(new Row("198.51.100.4", Reason.NO_EDGE));
        refusals.refused("198.51.100.4", Reason.NO_EDGE);
        assertThat(handedOver()).isEmpty();
    }

    @Test
    void inTheNextIntervalItHasAnother() {
        refusals.refused("198.51.100.4", Reason.NO_EDGE);
        handedOver();

        now = now.plus(EdgeRefusals.INTERVAL);
        handedOver();
        refusals.refused("198.51.100.4", Reason.OTHER_EDGE);

        assertThat(handedOver()).containsExactly(new Row("198.51.100.4", Reason.OTHER_EDGE));
    }

    @Test
    @Requirement("EDG-08")
    void aFloodFromManyAddressesIsAFewRowsAndOneWithTwoNumbers() {
        for (var time = 0; time < 50_000; time++) {
            refusals.refused("10.0." + time % 500 / 250 + "." + time % 250, Reason.NO_EDGE);
        }

        assertThat(handedOver())
                .hasSize(EdgeRefusals.LISTED)
                .allMatch(row -> row.reason() == Reason.NO_EDGE)
                .doesNotHaveDuplicates();
        now = now.plus(EdgeRefusals.INTERVAL).minusMillis(1);
        assertThat(handedOver()).isEmpty();
        now = now.plusMillis(1);
        var others = 500 - EdgeRefusals.LISTED;
        assertThat(handedOver()).containsExactly(new Row(100 * others + "/" + others, Reason.MORE_PAST_EDGE));
        assertThat(handedOver()).isEmpty();
    }

    @Test
    void noMoreAddressesAreKeptThanAreToldApart() {
        var addresses = EdgeRefusals.LISTED + EdgeRefusals.TOLD_APART + 200;
        for (var number = 0; number < addresses; number++) {
            refusals.refused("10.1." + number / 250 + "." + number % 250, Reason.NO_EDGE);
        }
        handedOver();
        now = now.plus(EdgeRefusals.INTERVAL);

        assertThat(handedOver())
                .containsExactly(new Row(
                        EdgeRefusals.TOLD_APART + 200 + "/" + EdgeRefusals.TOLD_APART + "+", Reason.MORE_PAST_EDGE));
    }

    @Test
    void whatTheTrailDoesNotTakeStaysAndNoMoreThanThat() {
        refusals.refused("198.51.100.4", Reason.NO_EDGE);
        refusals.refused("198.51.100.5", Reason.NO_EDGE);

        for (var round = 0; round < 10; round++) {
            assertThatThrownBy(() -> refusals.handOver(row -> {
                        throw new IllegalStateException("away");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            now = now.plus(EdgeRefusals.INTERVAL);
            refusals.refused("198.51.100.4", Reason.NO_EDGE);
        }

        assertThat(handedOver())
                .containsExactly(new Row("198.51.100.4", Reason.NO_EDGE), new Row("198.51.100.5", Reason.NO_EDGE));
    }

    @Test
    void beforeTheProcessGoesTheRestIsHandedOverToo() {
        for (var number = 0; number < EdgeRefusals.LISTED + 2; number++) {
            refusals.refused("198.51.100." + number, Reason.OTHER_EDGE);
        }
        var all = new ArrayList<Row>();

        refusals.handOverAll(all::add);

        assertThat(all).hasSize(EdgeRefusals.LISTED + 1).endsWith(new Row("2/2", Reason.MORE_PAST_EDGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ana Lopez, born 1980-02-03", "", "example.org", "198.51.100.4/visits/7", "<b>1</b>"})
    void whatIsNoAddressIsNotKept(String said) {
        refusals.refused(said, Reason.NO_EDGE);

        assertThat(handedOver()).containsExactly(new Row("-", Reason.NO_EDGE));
    }

    @Test
    void oneAddressInTwoWaysOfWritingIsOne() {
        refusals.refused("2001:db8::7", Reason.NO_EDGE);
        refusals.refused("2001:0DB8:0:0:0:0:0:7", Reason.NO_EDGE);

        assertThat(handedOver()).hasSize(1);
    }

    private List<Row> handedOver() {
        var rows = new ArrayList<Row>();
        refusals.handOver(rows::add);
        return rows;
    }
}
