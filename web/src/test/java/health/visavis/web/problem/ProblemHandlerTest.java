package health.visavis.web.problem;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import health.visavis.keys.KeyVaultAway;
import health.visavis.keys.KeyVaultAway.Reason;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

class ProblemHandlerTest {

    @Test
    void aKeyVaultThatIsAwayIsAskedAgainSoonAndNotDescribed() throws Exception {
        var problems = new Problems(null, null, JsonMapper.builder().build());

        MockMvcBuilders.standaloneSetup(new WithoutKeys())
                .setControllerAdvice(new ProblemHandler(problems))
                .build()
                .perform(get("/api/messages"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().string("Retry-After", "5"))
                .andExpect(content().string(not(containsString("vault"))));
    }

    @RestController
    static final class WithoutKeys {

        @GetMapping("/api/messages")
        String read() {
            throw new KeyVaultAway(Reason.REFUSED, "answered 403");
        }
    }
}
