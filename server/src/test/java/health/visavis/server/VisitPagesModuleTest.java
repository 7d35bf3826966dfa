package health.visavis.server;

import static health.visavis.server.ServerTestConfiguration.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import health.visavis.access.Actor;
import health.visavis.kernel.VisitId;
import health.visavis.people.PatientSummary;
import health.visavis.people.People;
import health.visavis.people.PeopleFixtures;
import health.visavis.scheduling.SchedulingFixtures;
import health.visavis.visit.EndVisit;
import health.visavis.visit.VisitFixtures;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@ServerTest
class VisitPagesModuleTest {

    @Autowired
    private MockMvc browser;

    @Autowired
    private PeopleFixtures fixtures;

    @Autowired
    private People people;

    @Autowired
    private SchedulingFixtures scheduling;

    @Autowired
    private VisitFixtures visits;

    @Autowired
    private EndVisit endVisit;

    private Actor patient;
    private Actor doctor;
    private VisitId visit;

    @BeforeEach
    void aVisitIsOver() {
        patient = fixtures.patient();
        doctor = scheduling.doctorWithHours();
        visit = visits.begun(patient, doctor);
        endVisit.end(doctor, visit);
    }

    @Test
    void howTheLineWasNamesThePatientToTheDoctorAndToNobodyElse() throws Exception {
        var name = people.patient(Objects.requireNonNull(patient.patient()))
                .map(PatientSummary::displayName)
                .orElseThrow();

        assertThat(page(doctor, "quality")).contains(name).contains("href=\"/visits/" + visit + "/call\"");
        assertThat(page(fixtures.admin(), "quality")).doesNotContain(name).contains("Back to the calls");
    }

    @Test
    void anEmergencyAfterTheEndIsAnsweredWithWhatToDo() throws Exception {
        browser.perform(
                post("/visits/" + visit + "/emergency").with(as(patient)).with(csrf()));

        assertThat(page(patient, "emergency"))
                .contains("your doctor does not hear you here", "tel:911")
                .doesNotContain("You pressed the emergency button", "Yes, this is an emergency");
        assertThat(page(doctor, "emergency"))
                .contains("This visit is over")
                .doesNotContain("Yes, this is an emergency");
    }

    @Test
    void anEmergencyThatGoesOnStandsFirstOnTheDoctorsStartPage() throws Exception {
        var inDanger = fixtures.patient();
        var waiting = visits.waiting(inDanger, doctor);
        assertThat(path(doctor, "/")).doesNotContain("/emergency");

        browser.perform(
                post("/visits/" + waiting + "/emergency").with(as(inDanger)).with(csrf()));

        assertThat(path(doctor, "/"))
                .containsSubsequence("href=\"/visits/" + waiting + "/emergency\"", "1 person is waiting for you");
    }

    private String page(Actor actor, String of) throws Exception {
        return path(actor, "/visits/" + visit + "/" + of);
    }

    private String path(Actor actor, String path) throws Exception {
        return browser.perform(get(path).with(as(actor)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
