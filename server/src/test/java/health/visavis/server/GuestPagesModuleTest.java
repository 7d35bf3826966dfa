package health.visavis.server;

import static health.visavis.server.ServerTestConfiguration.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import health.visavis.access.Actor;
import health.visavis.kernel.VisitId;
import health.visavis.people.PeopleFixtures;
import health.visavis.scheduling.SchedulingFixtures;
import health.visavis.visit.ListGuests;
import health.visavis.visit.VisitFixtures;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@ServerTest
class GuestPagesModuleTest {

    private static final Pattern KEY = Pattern.compile("name=\"guest\" value=\"([0-9a-f-]{36})\"");

    @Autowired
    private MockMvc browser;

    @Autowired
    private PeopleFixtures people;

    @Autowired
    private SchedulingFixtures scheduling;

    @Autowired
    private VisitFixtures visits;

    @Autowired
    private ListGuests listGuests;

    private Actor doctor;
    private VisitId visit;

    @BeforeEach
    void aVisitIsPlanned() {
        doctor = scheduling.doctorWithHours();
        visit = visits.planned(people.patient(), doctor);
    }

    @Test
    void aFormThatIsSentTwiceInvitesOnceAndSaysSo() throws Exception {
        var key = key(browser.perform(get("/visits/" + visit + "/guests").with(as(doctor)))
                .andReturn()
                .getResponse()
                .getContentAsString());

        var first = invites(key);
        var second = invites(key);

        assertThat(first.getStatus()).isEqualTo(200);
        assertThat(first.getContentAsString()).contains("/join/");
        assertThat(second.getStatus()).isEqualTo(409);
        assertThat(second.getContentAsString())
                .contains("This invitation was made before.")
                .doesNotContain("/join/");
        assertThat(listGuests.of(doctor, visit)).hasSize(1);
        assertThat(key(second.getContentAsString())).isNotEqualTo(key);
    }

    @Test
    void aNameThatIsMissingAndOneThatIsTooLongAreSaidInDifferentWords() throws Exception {
        var page = browser.perform(get("/visits/" + visit + "/guests").with(as(doctor)))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(invites(key(page), " ").getContentAsString())
                .contains("Please check this answer", "Please write a name")
                .doesNotContain("Please use 80");
        assertThat(invites(key(page), "x".repeat(81)).getContentAsString())
                .contains("Please use 80 characters at most")
                .doesNotContain("Please write a name");
    }

    private MockHttpServletResponse invites(String key) throws Exception {
        return invites(key, "Her daughter");
    }

    private MockHttpServletResponse invites(String key, String name) throws Exception {
        return browser.perform(post("/visits/" + visit + "/guests")
                        .with(as(doctor))
                        .with(csrf())
                        .param("guest", key)
                        .param("kind", "FAMILY")
                        .param("guestName", name))
                .andReturn()
                .getResponse();
    }

    private static String key(String page) {
        var found = KEY.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
