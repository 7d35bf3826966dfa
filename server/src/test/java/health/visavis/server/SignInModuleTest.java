package health.visavis.server;

import static health.visavis.server.ServerTestConfiguration.as;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import health.visavis.kernel.Requirement;
import health.visavis.people.PeopleFixtures;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@ServerTest
class SignInModuleTest {

    @Autowired
    MockMvc browser;

    @Autowired
    PeopleFixtures people;

    @Test
    @Requirement("IAM-08")
    void aStrangerWhoWantsAPageIsSentToSignIn() throws Exception {
        browser.perform(get("/audit").header("Accept", "text/html"))
                .andExpect(status().isFound())
                .andExpect(redirectedUrl("/oauth2/authorization/visavis"));
    }

    @Test
    @Requirement("IAM-01")
    void signingInUsesAuthorizationCodeWithPkce() throws Exception {
        browser.perform(get("/oauth2/authorization/visavis"))
                .andExpect(status().isFound())
                .andExpect(header().string("Location", Matchers.containsString("response_type=code")))
                .andExpect(header().string("Location", Matchers.containsString("code_challenge_method=S256")))
                .andExpect(header().string("Location", Matchers.containsString("max_age=43200")));
    }

    @Test
    void aStrangersProgramIsToldToSignIn() throws Exception {
        browser.perform(get("/api/slots"))
                .andExpect(status().isUnauthorized())
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"));
    }

    @Test
    @Requirement("APP-07")
    void theTrailIsForAdmins() throws Exception {
        browser.perform(get("/audit").with(as(people.admin())).header("Accept", "text/html"))
                .andExpect(status().isOk());
        browser.perform(get("/audit").with(as(people.patient())).header("Accept", "text/html"))
                .andExpect(status().isForbidden());
    }

    @Test
    @Requirement("APP-14")
    void pagesAreNotKeptAndNothingForeignRuns() throws Exception {
        browser.perform(get("/audit").with(as(people.admin())).header("Accept", "text/html"))
                .andExpect(header().string("Cache-Control", Matchers.containsString("no-store")))
                .andExpect(header().string("Content-Security-Policy", Matchers.containsString("default-src 'none'")))
                .andExpect(header().string("Content-Security-Policy", Matchers.not(Matchers.containsString("unsafe"))))
                .andExpect(header().string("Permissions-Policy", Matchers.containsString("camera=(self)")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"));
    }

    @Test
    void aFormWithoutItsTokenIsRefusedWithAdvice() throws Exception {
        browser.perform(post("/sign-out").with(as(people.patient())).header("Accept", "text/html"))
                .andExpect(status().isForbidden())
                .andExpect(content().string(Matchers.containsString("open too long")));
    }
}
