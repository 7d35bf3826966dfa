package health.visavis.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.access.Passage.Reason;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class PastFrontDoorTest {

    private static final String OURS = "55ce4ed1-4b06-4bf1-b40e-4638452104da";
    private static final PastFrontDoor MATCHER = new PastFrontDoor(new FrontDoorSettings(UUID.fromString(OURS)));

    @Test
    void whatOurFrontDoorSendsIsServed() {
        assertThat(MATCHER.matches(request("/audit", OURS))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "55ce4ed1-4b06-4bf1-b40e-4638452104db", OURS + "," + OURS, "ü"})
    void whatAnotherOneSendsIsRefused(String id) {
        assertThat(MATCHER.matches(request("/audit", id))).isTrue();
    }

    @Test
    void whatNoneSendsIsRefused() {
        assertThat(MATCHER.matches(request("/audit"))).isTrue();
    }

    @Test
    void whoNamesNoneAndWhoNamesAnotherAreToldApart() {
        assertThat(PastFrontDoor.reason(request("/audit"))).isEqualTo(Reason.NO_EDGE);
        assertThat(PastFrontDoor.reason(request("/audit", ""))).isEqualTo(Reason.OTHER_EDGE);
        assertThat(PastFrontDoor.reason(request("/audit", OURS, "other"))).isEqualTo(Reason.OTHER_EDGE);
    }

    @Test
    void anIdBesideOursIsRefused() {
        assertThat(MATCHER.matches(request("/audit", OURS, "other"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/livez", "/readyz", "/actuator/health", "/actuator/health/readiness"})
    void probesOfTheClusterAreAnswered(String path) {
        assertThat(MATCHER.matches(request(path))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/livez/audit", "/actuator/healthy", "/actuator/prometheus", "/audit;/livez", "//livez"})
    void whatOnlyLooksLikeAProbeIsRefused(String path) {
        assertThat(MATCHER.matches(request(path))).isTrue();
    }

    @Test
    void whereThereIsNoFrontDoorNobodyIsRefused() {
        assertThat(new PastFrontDoor(new FrontDoorSettings(null)).matches(request("/audit")))
                .isFalse();
    }

    private static MockHttpServletRequest request(String path, String... ids) {
        var request = new MockHttpServletRequest("GET", path);
        for (var id : ids) {
            request.addHeader("X-Azure-FDID", id);
        }
        return request;
    }
}
