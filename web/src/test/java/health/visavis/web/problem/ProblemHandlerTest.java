package health.visavis.web.problem;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import health.visavis.kernel.PatientId;
import health.visavis.keys.ContentDestroyed;
import health.visavis.keys.KeyUnavailable;
import health.visavis.keys.KeyVaultAway;
import health.visavis.keys.KeyVaultAway.Reason;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

class ProblemHandlerTest {

    @Test
    void aKeyVaultThatIsAwayIsAskedAgainSoonAndNotDescribed() throws Exception {
        answer(new KeyVaultAway(Reason.REFUSED, "answered 403"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().string("Retry-After", "5"))
                .andExpect(content().string(not(containsString("vault"))));
    }

    @Test
    void aKeyThatDoesNotOpenIsNoMistakeOfThisRequestAndNotNamed() throws Exception {
        answer(new KeyUnavailable("file-1", "gone"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(content().string(not(containsString("file-1"))));
    }

    @Test
    void contentThatWasDestroyedIsGoneAndNotAskedForAgain() throws Exception {
        answer(new ContentDestroyed(PatientId.next()))
                .andExpect(status().isGone())
                .andExpect(header().doesNotExist("Retry-After"))
                .andExpect(content().string(containsString("/problems/content-destroyed")));
    }

    private static ResultActions answer(RuntimeException thrown) throws Exception {
        var problems = new Problems(null, null, JsonMapper.builder().build());
        return MockMvcBuilders.standaloneSetup(new Throwing(thrown))
                .setControllerAdvice(new ProblemHandler(problems))
                .build()
                .perform(get("/api/messages"));
    }

    @RestController
    static final class Throwing {

        private final RuntimeException thrown;

        Throwing(RuntimeException thrown) {
            this.thrown = thrown;
        }

        @GetMapping("/api/messages")
        String read() {
            throw thrown;
        }
    }
}
