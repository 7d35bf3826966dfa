package health.visavis.server;

import static health.visavis.server.ServerTestConfiguration.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import health.visavis.access.Actor;
import health.visavis.people.PeopleFixtures;
import health.visavis.scheduling.AppointmentSummary;
import health.visavis.scheduling.SchedulingFixtures;
import health.visavis.secrets.TestSecrets;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/// What a check is told, what the clinic sees of it, and when it is spared.
@ServerTest
@TestPropertySource(properties = "visavis.ice.turn-urls=turn:turn.example:3478,turns:turn.example:443")
class DeviceCheckPagesModuleTest {

    private static final String DEVICES = "5a".repeat(32);
    private static final int MORE_THAN_TWO_HOURS_OF_HALF_HOURS = 6;

    @DynamicPropertySource
    static void turn(DynamicPropertyRegistry registry) {
        registry.add("visavis.ice.turn-secret", () -> TestSecrets.inFile("shared"));
    }

    @Autowired
    private MockMvc browser;

    @Autowired
    private PeopleFixtures people;

    @Autowired
    private SchedulingFixtures scheduling;

    private Actor patient;
    private Actor doctor;
    private AppointmentSummary appointment;

    @BeforeEach
    void aVisitBeginsSoon() {
        patient = people.patient();
        doctor = scheduling.doctorWithHours();
        appointment = scheduling.confirmedFor(patient, doctor);
    }

    @Test
    void whoPassedBeforeIsSparedUnlessTheyWantToLook() throws Exception {
        assertThat(check("")).doesNotContain("data-before");

        found("PASS", "NONE");

        assertThat(check("")).contains("data-before=\"" + DEVICES + "\"");
        assertThat(check("?again=true")).doesNotContain("data-before");
    }

    @Test
    void whoFailedBeforeIsToLook() throws Exception {
        found("FAIL", "BUSY");

        assertThat(check("")).doesNotContain("data-before");
    }

    @Test
    void whoComesHoursAheadTriesThingsOutAndDoesNotArriveByItself() throws Exception {
        found("PASS", "NONE");
        var slot = scheduling.freeTimes(doctor).get(MORE_THAN_TWO_HOURS_OF_HALF_HOURS);
        appointment = scheduling.confirm(doctor, scheduling.requestedBy(patient, doctor, slot));

        assertThat(check("")).doesNotContain("data-before").contains("Done for today");
    }

    @Test
    void theAgendaSaysWhatDidNotWork() throws Exception {
        found("FAIL", "BUSY");

        var day = LocalDate.ofInstant(appointment.slot().start(), PeopleFixtures.NEW_YORK);
        assertThat(page(doctor, "/agenda?day=" + day)).contains("Their camera did not work");
    }

    @Test
    void theRelayIsTriedWithoutAPass() throws Exception {
        var servers = browser.perform(get("/api/visits/" + appointment.id() + "/device-check/servers")
                        .with(as(patient)))
                .andReturn()
                .getResponse();

        assertThat(servers.getStatus()).isEqualTo(200);
        assertThat(servers.getContentAsString())
                .isEqualTo(
                        "{\"turnUrls\":[\"turn:turn.example:3478\",\"turns:turn.example:443\"],\"relayOnly\":false}");
    }

    @Test
    void whatIsNoFindingIsRefused() throws Exception {
        assertThat(told("{\"camera\":{\"verdict\":\"SPLENDID\",\"cause\":\"NONE\"}}")
                        .getStatus())
                .isEqualTo(400);
        assertThat(told("{}").getStatus()).isEqualTo(400);
    }

    private void found(String camera, String cause) throws Exception {
        var pass = "{\"verdict\":\"PASS\",\"cause\":\"NONE\"}";
        var answer = told("""
                {"camera":{"verdict":"%s","cause":"%s"},"voice":%s,"speaker":{"verdict":"UNTRIED","cause":"NONE"},
                 "network":%s,"way":"UDP","roundTripMillis":40,"kilobits":3000,"devices":"%s"}""".formatted(camera, cause, pass, pass, DEVICES));
        assertThat(answer.getStatus()).isEqualTo(204);
    }

    private MockHttpServletResponse told(String findings) throws Exception {
        return browser.perform(post("/api/visits/" + appointment.id() + "/device-check")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(findings)
                        .with(as(patient))
                        .with(csrf()))
                .andReturn()
                .getResponse();
    }

    private String check(String query) throws Exception {
        return page(patient, "/visits/" + appointment.id() + "/device-check" + query);
    }

    private String page(Actor actor, String path) throws Exception {
        var response = browser.perform(get(path).with(as(actor))).andReturn().getResponse();
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return response.getContentAsString();
    }
}
