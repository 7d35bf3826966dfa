package health.visavis.server;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/// A browser on its way through a sign-in: it goes to the provider, comes back with what [TestProvider] says, and
/// keeps its session.
public final class SigningIn {

    public static final String START = "/oauth2/authorization/visavis";

    private final MockMvc browser;
    private final String userAgent;
    private final Map<String, Cookie> cookies = new HashMap<>();

    public SigningIn(MockMvc browser, String userAgent) {
        this.browser = browser;
        this.userAgent = userAgent;
    }

    public static SigningIn with(MockMvc browser) {
        return new SigningIn(browser, "Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/140.0");
    }

    /// @return the answer to coming back
    public MockHttpServletResponse as(Map<String, Object> claims) throws Exception {
        return as(START, claims);
    }

    public MockHttpServletResponse as(String start, Map<String, Object> claims) throws Exception {
        return as(start, claims, UnaryOperator.identity());
    }

    /// @param change what becomes of the id token on its way
    public MockHttpServletResponse as(String start, Map<String, Object> claims, UnaryOperator<String> change)
            throws Exception {
        var request = UriComponentsBuilder.fromUriString(send(get(start)).getHeader("Location"))
                .build(true)
                .getQueryParams();
        var code = TestProvider.codeFor(TestProvider.with(Map.of("nonce", request.getFirst("nonce")), claims), change);
        var state = UriUtils.decode(request.getFirst("state"), StandardCharsets.UTF_8);
        return send(get("/login/oauth2/code/visavis").param("code", code).param("state", state));
    }

    public MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        var response = browser.perform(
                        withCookies(request).header("User-Agent", userAgent).header("Accept", "text/html"))
                .andReturn()
                .getResponse();
        for (var cookie : response.getCookies()) {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie);
            }
        }
        return response;
    }

    private MockHttpServletRequestBuilder withCookies(MockHttpServletRequestBuilder request) {
        return cookies.isEmpty() ? request : request.cookie(cookies.values().toArray(Cookie[]::new));
    }
}
