package health.visavis.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.DefaultCsrfToken;

class FormTokensTest {

    private final FormTokens tokens = new FormTokens();
    private final CsrfToken expected =
            new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", "4f3c2b1a-0000-4000-8000-000000000000");

    @Test
    void theTokenOfAPageIsRead() {
        var page = new MockHttpServletRequest();
        tokens.handle(page, new MockHttpServletResponse(), () -> expected);
        var written = (CsrfToken) page.getAttribute("_csrf");

        assertThat(tokens.resolveCsrfTokenValue(sending(written.getToken()), expected))
                .isEqualTo(expected.getToken());
    }

    @Test
    void bytesThatAreNoTextAreAWrongToken() {
        var bytes = new byte[expected.getToken().length() * 2];
        Arrays.fill(bytes, 0, bytes.length / 2, (byte) 0xff);

        assertThat(tokens.resolveCsrfTokenValue(sending(Base64.getUrlEncoder().encodeToString(bytes)), expected))
                .isNull();
    }

    private static MockHttpServletRequest sending(String token) {
        var request = new MockHttpServletRequest("POST", "/sign-out");
        request.setParameter("_csrf", token);
        return request;
    }
}
