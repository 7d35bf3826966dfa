package health.visavis.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class PagePolicyTest {

    private static final String PROVIDER = "https://sign-in.example.org";

    @Test
    void aPageReachesNobodyButUs() {
        assertThat(PagePolicy.of(new MockHttpServletRequest(), PROVIDER))
                .contains("connect-src 'self';")
                .doesNotContain("microsoft")
                .doesNotContain("worker-src")
                .doesNotContain("unsafe");
    }

    @Test
    void onlyAPageThatAsksForItReachesTheCallingService() {
        var request = new MockHttpServletRequest();
        PagePolicy.allowCallingService(request);

        assertThat(PagePolicy.of(request, PROVIDER))
                .contains(
                        "connect-src 'self' https://*.communication.microsoft.com wss://*.communication.microsoft.com")
                .contains("script-src 'self';")
                .doesNotContain("unsafe")
                .doesNotContain("https: ")
                .doesNotContain(" * ");
    }

    @Test
    void aFileMayDoNothing() {
        var request = new MockHttpServletRequest();

        PagePolicy.isolate(request);

        assertThat(PagePolicy.of(request, PROVIDER))
                .startsWith("sandbox;")
                .doesNotContain("self")
                .doesNotContain(PROVIDER);
    }
}
