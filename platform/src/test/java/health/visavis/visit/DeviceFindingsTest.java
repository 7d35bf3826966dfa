package health.visavis.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.visit.DeviceFindings.Cause;
import health.visavis.visit.DeviceFindings.Finding;
import health.visavis.visit.DeviceFindings.Part;
import health.visavis.visit.DeviceFindings.Verdict;
import health.visavis.visit.DeviceFindings.Way;
import org.junit.jupiter.api.Test;

class DeviceFindingsTest {

    private static final String DEVICES = "0f".repeat(32);
    private static final Finding FAIL = new Finding(Verdict.FAIL, Cause.BUSY);
    private static final Finding WEAK = new Finding(Verdict.WEAK, Cause.TCP_ONLY);

    @Test
    void whatFailedIsNamedInTheOrderInWhichPeopleMeetIt() {
        assertThat(new DeviceFindings(FAIL, Finding.PASS, FAIL, WEAK, Way.TCP, 80, 900, DEVICES).failures())
                .containsExactly(Part.CAMERA, Part.SPEAKER);
    }

    @Test
    void aLimitedNetworkAndAnUntriedSpeakerArePassed() {
        assertThat(new DeviceFindings(Finding.PASS, Finding.PASS, Finding.UNTRIED, WEAK, Way.TCP, null, null, DEVICES)
                        .passed())
                .isTrue();
    }

    @Test
    void nothingIsPassedThatFailedOrCannotBeRecognised() {
        assertThat(new DeviceFindings(FAIL, Finding.PASS, Finding.PASS, WEAK, Way.TCP, null, null, DEVICES).passed())
                .isFalse();
        assertThat(new DeviceFindings(Finding.PASS, Finding.UNTRIED, Finding.PASS, WEAK, Way.TCP, null, null, DEVICES)
                        .passed())
                .isFalse();
        assertThat(new DeviceFindings(Finding.PASS, Finding.PASS, FAIL, WEAK, Way.TCP, null, null, DEVICES).passed())
                .isFalse();
        assertThat(new DeviceFindings(Finding.PASS, Finding.PASS, Finding.PASS, WEAK, Way.TCP, null, null, null)
                        .passed())
                .isFalse();
    }

    @Test
    void theNameOfADeviceIsNoDigest() {
        assertThatThrownBy(() -> new DeviceFindings(
                        Finding.PASS, Finding.PASS, Finding.PASS, WEAK, Way.TCP, null, null, "Built-in camera"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        new DeviceFindings(Finding.PASS, Finding.PASS, Finding.PASS, WEAK, Way.TCP, -1, null, DEVICES))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
