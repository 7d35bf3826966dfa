package health.visavis.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import health.visavis.limits.Limit;
import health.visavis.limits.SharedLimits;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/// Whoever guesses is told when to come again.
@ServerTest
class GuessedLinksModuleTest {

    @Autowired
    MockMvc browser;

    @Autowired
    SharedLimits limits;

    @Test
    void whoGuessesLinksOfGuestsIsToldWhenToComeAgain() throws Exception {
        var address = "guesser-" + UUID.randomUUID();
        for (var tries = 2; tries < Limit.GUEST_LINKS.tries(); tries++) {
            limits.take(Limit.GUEST_LINKS, address);
        }

        assertThat(guess(address).getStatus()).isEqualTo(404);

        var early = guess(address);
        assertThat(early.getStatus()).isEqualTo(429);
        assertThat(Integer.parseInt(early.getHeader("Retry-After"))).isBetween(1, 10);
        assertThat(early.getContentAsString()).contains("Try again in 1 minute.");
    }

    private MockHttpServletResponse guess(String address) throws Exception {
        return browser.perform(
                        get("/join/guessed").header("Accept", "text/html").with(request -> {
                            request.setRemoteAddr(address);
                            return request;
                        }))
                .andReturn()
                .getResponse();
    }
}
