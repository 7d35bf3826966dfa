package health.visavis.server;

import static health.visavis.server.ServerTestConfiguration.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import health.visavis.people.PeopleFixtures;
import jakarta.servlet.http.Cookie;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// A visit's link that is opened where a visit cannot take place.
@ServerTest
class OtherBrowserModuleTest {

    private static final String INSTAGRAM =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/22A3354 Instagram 350.1.0.27.90";
    private static final String CHROME =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

    @Autowired
    private MockMvc browser;

    @Autowired
    private PeopleFixtures people;

    private final String link = "/visits/" + UUID.randomUUID() + "/device-check";

    @Test
    void isAnsweredBeforeAnybodySignsIn() throws Exception {
        assertThat(asked(get(link), INSTAGRAM).getForwardedUrl()).isEqualTo("/other-browser");
        assertThat(asked(get(link), CHROME).getRedirectedUrl()).endsWith("/oauth2/authorization/visavis");
        assertThat(asked(get("/appointments"), INSTAGRAM).getForwardedUrl()).isNull();
    }

    @Test
    void isAnsweredToABrowserThatLacksCallsToo() throws Exception {
        assertThat(asked(get(link).param("browser", "missing"), CHROME).getForwardedUrl())
                .isEqualTo("/other-browser");
    }

    @Test
    void whoGoesOnAnywayIsNotAskedAgain() throws Exception {
        var answer = asked(get(link).param("browser", "anyway"), INSTAGRAM);
        assertThat(answer.getForwardedUrl()).isNull();
        var cookie = Objects.requireNonNull(answer.getCookie("vv-browser"));
        assertThat(cookie.isHttpOnly()).isTrue();

        assertThat(asked(get(link).cookie(new Cookie(cookie.getName(), cookie.getValue())), INSTAGRAM)
                        .getRedirectedUrl())
                .endsWith("/oauth2/authorization/visavis");
    }

    @Test
    void thePageWorksWithoutAScript() throws Exception {
        var page = asked(get("/other-browser").with(as(people.patient())), INSTAGRAM)
                .getContentAsString();

        assertThat(page).contains("id=\"link\"").contains("readonly").contains("tel:");
    }

    private MockHttpServletResponse asked(MockHttpServletRequestBuilder request, String userAgent) throws Exception {
        return browser.perform(request.header("User-Agent", userAgent))
                .andReturn()
                .getResponse();
    }
}
