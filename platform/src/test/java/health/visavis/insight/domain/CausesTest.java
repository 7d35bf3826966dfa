package health.visavis.insight.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import health.visavis.insight.domain.Measurement.Device;
import health.visavis.insight.domain.Measurement.Limit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CausesTest {

    private static final Instant TEN = Instant.parse("2026-11-24T10:00:00Z");
    private static final String PATIENT = "PATIENT";
    private static final String CLINICIAN = "CLINICIAN";

    @Test
    void aGoodLineHasNoCauses() {
        assertThat(Causes.of(List.of(at(10).fine(), at(20).fine(), at(30).fine())))
                .isEmpty();
        assertThat(Causes.of(List.of())).isEmpty();
    }

    @Test
    void lossesAreOneEpisodeFromTheirFirstMeasurementToTheirLast() {
        var measured =
                List.of(at(10).fine(), at(240).losing(80), at(250).losing(300), at(260).losing(60), at(270).losing(10));

        assertThat(Causes.of(measured))
                .containsExactly(new Episode(Cause.LOST_PACKETS, PATIENT, TEN.plusSeconds(230), TEN.plusSeconds(260)));
    }

    @Test
    void twoTimesFarApartAreTwoEpisodesAndAMissingMeasurementIsNoEnd() {
        assertThat(Causes.of(List.of(at(10).losing(80), at(30).losing(80), at(120).losing(80))))
                .extracting(Episode::from, Episode::until)
                .containsExactly(tuple(TEN, TEN.plusSeconds(30)), tuple(TEN.plusSeconds(110), TEN.plusSeconds(120)));
    }

    @Test
    void whoseEndItIsIsTold() {
        var measured = List.of(at(10).fine(), at(10).of(CLINICIAN).losing(90));

        assertThat(Causes.of(measured)).extracting(Episode::end).containsExactly(CLINICIAN);
    }

    @Test
    void aSlowComputerIsToldFromANarrowLine() {
        assertThat(only(at(10).limited(Limit.COMPUTER))).containsExactly(Cause.SLOW_COMPUTER);
        assertThat(only(at(10).limited(Limit.LINE))).containsExactly(Cause.NARROW_LINE);
        assertThat(only(at(10).encoding(51))).containsExactly(Cause.SLOW_COMPUTER);
        assertThat(only(at(10).encoding(50))).isEmpty();
    }

    @Test
    void everyLimitIsWherePeopleBeginToNotice() {
        assertThat(only(at(10).losing(50))).isEmpty();
        assertThat(only(at(10).losing(51))).containsExactly(Cause.LOST_PACKETS);
        assertThat(only(at(10).away(400))).isEmpty();
        assertThat(only(at(10).away(401))).containsExactly(Cause.LONG_WAY);
        assertThat(only(at(10).uneven(60))).isEmpty();
        assertThat(only(at(10).uneven(61))).containsExactly(Cause.UNEVEN);
    }

    @Test
    void aDeviceThatCannotBeUsedIsNamedWithItsReason() {
        assertThat(only(at(10).devices(Device.TAKEN, Device.WORKS))).containsExactly(Cause.CAMERA_TAKEN);
        assertThat(only(at(10).devices(Device.WORKS, Device.NOT_ALLOWED)))
                .containsExactly(Cause.MICROPHONE_NOT_ALLOWED);
        assertThat(only(at(10).devices(Device.GONE, Device.GONE)))
                .containsExactly(Cause.CAMERA_GONE, Cause.MICROPHONE_GONE);
    }

    @Test
    void aRelayIsNamedOnlyWhereNothingElseWasUsed() {
        assertThat(Causes.of(List.of(at(10).relayed(), at(60).relayed())))
                .containsExactly(new Episode(Cause.RELAY_ONLY, PATIENT, TEN.plusSeconds(10), TEN.plusSeconds(60)));
        assertThat(Causes.of(List.of(at(10).relayed(), at(60).fine()))).isEmpty();
    }

    @Test
    void theMiddleOfWhatWasMeasured() {
        assertThat(Causes.median(new ArrayList<>(Arrays.asList(9, null, 1, 5)))).isEqualTo(5);
        assertThat(Causes.median(new ArrayList<>(Arrays.asList((Integer) null))))
                .isNull();
    }

    private static List<Cause> only(Measurement measurement) {
        return Causes.of(List.of(measurement)).stream().map(Episode::cause).toList();
    }

    private static Moment at(int seconds) {
        return new Moment(PATIENT, TEN.plusSeconds(seconds));
    }

    private record Moment(String end, Instant at) {

        Moment of(String other) {
            return new Moment(other, at);
        }

        Measurement fine() {
            return measured(40, 5, 0, 10, false, Limit.NONE, Device.WORKS, Device.WORKS);
        }

        Measurement losing(int perMille) {
            return measured(40, 5, perMille, 10, false, Limit.NONE, Device.WORKS, Device.WORKS);
        }

        Measurement away(int millis) {
            return measured(millis, 5, 0, 10, false, Limit.NONE, Device.WORKS, Device.WORKS);
        }

        Measurement uneven(int millis) {
            return measured(40, millis, 0, 10, false, Limit.NONE, Device.WORKS, Device.WORKS);
        }

        Measurement encoding(int millis) {
            return measured(40, 5, 0, millis, false, Limit.NONE, Device.WORKS, Device.WORKS);
        }

        Measurement limited(Limit limit) {
            return measured(40, 5, 0, 10, false, limit, Device.WORKS, Device.WORKS);
        }

        Measurement devices(Device camera, Device microphone) {
            return measured(40, 5, 0, 10, false, Limit.NONE, camera, microphone);
        }

        Measurement relayed() {
            return measured(40, 5, 0, 10, true, Limit.NONE, Device.WORKS, Device.WORKS);
        }

        private Measurement measured(
                int way,
                int jitter,
                int loss,
                int encode,
                boolean relayed,
                Limit limit,
                Device camera,
                Device microphone) {
            return new Measurement(end, at, way, jitter, loss, 900, 25, encode, relayed, limit, camera, microphone);
        }
    }
}
