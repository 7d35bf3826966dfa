package health.visavis.server;

import static health.visavis.server.ServerTestConfiguration.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import health.visavis.TestDatabase;
import health.visavis.access.Actor;
import health.visavis.kernel.TimeSlot;
import health.visavis.people.PeopleFixtures;
import health.visavis.scheduling.SchedulingFixtures;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// A nurse books for a patient, as a browser without script sees it.
@ServerTest
class FrontDeskPagesModuleTest {

    private static final String REASON = "The cough of last week came back";

    @Autowired
    MockMvc browser;

    @Autowired
    PeopleFixtures people;

    @Autowired
    SchedulingFixtures scheduling;

    private final JdbcTemplate database = new JdbcTemplate(TestDatabase.asSuperuser());

    private Actor patient;
    private Actor doctor;
    private Actor nurse;
    private TimeSlot slot;

    @BeforeEach
    void aPatientOfTheTeam() {
        patient = people.patient();
        doctor = scheduling.doctorWithHours();
        nurse = people.nurseOnTheTeamOf(Objects.requireNonNull(doctor.clinician()));
        scheduling.requestedBy(patient, doctor);
        slot = scheduling.freeTimes(doctor).get(10);
    }

    @Test
    void aNurseFindsThePatientAndBooksInThreePages() throws Exception {
        assertThat(page(nurse, "/")).contains("href=\"/front-desk\"");
        assertThat(page(nurse, "/patients/" + patientId())).contains(booking() + "/new");
        assertThat(page(nurse, "/front-desk")).contains(booking() + "/new");
        assertThat(page(nurse, booking() + "/new")).contains("clinician=" + clinician());
        assertThat(page(nurse, booking() + "/new?clinician=" + clinician())).contains("name=\"start\"");
        var reasonPage = page(nurse, booking() + "/new?clinician=" + clinician() + "&start=" + slot.start());
        assertThat(reasonPage).contains(">When<").doesNotContain("On the clinic’s clock");
        var request = UUID.fromString(reasonPage.replaceAll("(?s).*name=\"request\" value=\"([^\"]+)\".*", "$1"));

        var booked = send(nurse, book(request, REASON));

        assertThat(booked.getStatus()).isEqualTo(303);
        var address = Objects.requireNonNull(booked.getHeader("Location"));
        assertThat(page(nurse, address)).contains("Waiting for confirmation");
        assertThat(page(patient, address)).contains(REASON);
        assertThat(page(doctor, "/agenda")).contains(address + "/confirmation");
        assertThat(send(nurse, book(request, REASON)).getHeader("Location")).isEqualTo(address);
    }

    @Test
    void twoClocksAreToldWhenThePatientIsElsewhere() throws Exception {
        database.update(
                "UPDATE person SET zone = 'America/Los_Angeles' WHERE id = ?",
                patient.person().value());

        assertThat(page(nurse, booking() + "/new?clinician=" + clinician()))
                .contains("clock: Pacific Time")
                .contains("clock: Eastern Time")
                .contains("vv-slot__beside");
        assertThat(page(nurse, booking() + "/new?clinician=" + clinician() + "&start=" + slot.start()))
                .contains("On the patient’s clock")
                .contains("Pacific Time")
                .contains("On the clinic’s clock")
                .contains("Eastern Time");
    }

    @Test
    void theSearchFindsOnlyPatientsOfTheTeam() throws Exception {
        assertThat(send(nurse, post("/front-desk").param("name", "pat exa")).getContentAsString())
                .contains(booking());
        assertThat(send(nurse, post("/front-desk").param("name", "zzz")).getContentAsString())
                .contains("Nobody by that name");
        assertThat(page(people.nurseOnTheTeamOf(), "/front-desk")).doesNotContain(booking());
    }

    @Test
    void theLoserOfARaceIsOfferedOtherTimesAndKeepsWhatWasTyped() throws Exception {
        scheduling.requestedBy(people.patient(), doctor, slot);

        var answer = send(nurse, book(UUID.randomUUID(), REASON));

        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(answer.getContentAsString())
                .contains("Sorry, somebody else has just taken that time.")
                .contains(REASON)
                .contains("name=\"start\"");
        assertThat(answer.getHeader("Cache-Control")).contains("no-store");
    }

    @Test
    void whatCannotBeBookedIsSaidBeforeAnythingIsTyped() throws Exception {
        scheduling.requestedBy(people.patient(), doctor, slot);
        var chosen = booking() + "/new?clinician=" + clinician() + "&start=" + slot.start();
        assertThat(send(nurse, get(chosen)).getContentAsString()).contains("no longer free");

        var nobody = send(nurse, get(booking() + "/new?clinician=" + UUID.randomUUID()));
        assertThat(nobody.getStatus()).isEqualTo(404);
        assertThat(nobody.getContentAsString()).contains("takes no appointments");

        var missing = send(nurse, book(UUID.randomUUID(), " "));
        assertThat(missing.getStatus()).isEqualTo(422);
        assertThat(missing.getContentAsString()).contains("id=\"reason-error\"");
    }

    @Test
    void aPatientWhomTheTeamDoesNotTreatLooksLikeNone() throws Exception {
        var stranger = people.nurseOnTheTeamOf(
                Objects.requireNonNull(scheduling.doctorWithHours().clinician()));
        for (var path : new String[] {
            booking() + "/new",
            booking() + "/new?clinician=" + clinician(),
            booking() + "/new?clinician=" + clinician() + "&start=" + slot.start()
        }) {
            assertThat(send(stranger, get(path)).getStatus()).isEqualTo(404);
        }
        assertThat(send(stranger, book(UUID.randomUUID(), REASON)).getStatus()).isEqualTo(404);
        assertThat(send(stranger, book(UUID.randomUUID(), "")).getStatus()).isEqualTo(404);
    }

    @Test
    void staffWhoOpenThePatientsBookingPageAreTakenToTheirs() throws Exception {
        assertThat(send(nurse, get("/appointments/new")).getHeader("Location")).isEqualTo("/front-desk");
        assertThat(send(patient, get("/appointments/new")).getStatus()).isEqualTo(200);
    }

    private MockHttpServletRequestBuilder book(UUID request, String reason) {
        return post(booking())
                .param("request", request.toString())
                .param("clinician", clinician())
                .param("start", slot.start().toString())
                .param("reason", reason);
    }

    private String booking() {
        return "/patients/" + patientId() + "/appointments";
    }

    private String patientId() {
        return Objects.requireNonNull(patient.patient()).toString();
    }

    private String clinician() {
        return Objects.requireNonNull(doctor.clinician()).toString();
    }

    private String page(Actor actor, String path) throws Exception {
        var answer = send(actor, get(path));
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString();
    }

    private MockHttpServletResponse send(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(
                        request.header("Accept", "text/html").with(as(actor)).with(csrf()))
                .andReturn()
                .getResponse();
    }
}
