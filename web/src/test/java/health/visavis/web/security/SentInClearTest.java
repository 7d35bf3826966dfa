package health.visavis.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class SentInClearTest {

    private static final FrontDoorSettings OURS =
            new FrontDoorSettings(UUID.fromString("55ce4ed1-4b06-4bf1-b40e-4638452104da"));

    @ParameterizedTest
    @CsvSource({
        "/api/slots, http, true",
        "/api/slots, HTTP, true",
        "/audit, http, true",
        "/api/slots, https, false",
        "/readyz, http, false",
        "/actuator/health/readiness, http, false"
    })
    void whatTheEdgeSaysDecides(String path, String protocol, boolean isRefused) {
        assertThat(new SentInClear(OURS).matches(request(path, protocol))).isEqualTo(isRefused);
    }

    @Test
    void whoComesFromInsideSaysNone() {
        assertThat(new SentInClear(OURS).matches(new MockHttpServletRequest("GET", "/api/slots")))
                .isFalse();
    }

    /// On one machine, and behind a proxy that somebody else keeps.
    @Test
    void whereThereIsNoFrontDoorNobodyIsRefused() {
        assertThat(new SentInClear(new FrontDoorSettings(null)).matches(request("/api/slots", "http")))
                .isFalse();
    }

    private static MockHttpServletRequest request(String path, String protocol) {
        var request = new MockHttpServletRequest("GET", path);
        request.addHeader("X-Forwarded-Proto", protocol);
        return request;
    }
}
