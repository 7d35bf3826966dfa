package health.visavis.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class PagePolicyTest {

    @Test
    void aPageReachesNobodyButUs() {
        assertThat(PagePolicy.of(new MockHttpServletRequest()))
                .contains("connect-src 'self';")
                .doesNotContain("microsoft")
                .doesNotContain("worker-src")
                .doesNotContain("unsafe");
    }

    @Test
    void onlyAPageThatAsksForItReachesTheCallingService() {
        var request = new MockHttpServletRequest();
        PagePolicy.allowCallingService(request);

        assertThat(PagePolicy.of(request))
                .contains(
                        "connect-src 'self' https://*.communication.microsoft.com wss://*.communication.microsoft.com")
                .contains("script-src 'self';")
                .doesNotContain("unsafe")
                .doesNotContain("https: ")
                .doesNotContain(" * ");
    }
}
