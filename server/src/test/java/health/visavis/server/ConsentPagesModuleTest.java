package health.visavis.server;

import static health.visavis.consent.ConsentFixtures.idOf;
import static health.visavis.consent.ConsentFixtures.nameOf;
import static health.visavis.server.ServerTestConfiguration.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import health.visavis.TestDatabase;
import health.visavis.access.Actor;
import health.visavis.access.Sensitivity;
import health.visavis.consent.ConsentFixtures;
import health.visavis.kernel.Requirement;
import health.visavis.people.BeginCareRelationship;
import health.visavis.people.People;
import health.visavis.people.PeopleFixtures;
import health.visavis.people.domain.Tie;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/// A patient agrees and takes it back, a doctor reads, an administrator tries out: through the pages.
@ServerTest
class ConsentPagesModuleTest {

    private static final String PAGE = "/record/consents";
    private static final String HIDDEN = nameOf(Sensitivity.PART2);

    @Autowired
    MockMvc browser;

    @Autowired
    PeopleFixtures people;

    @Autowired
    ConsentFixtures consents;

    @Autowired
    People known;

    @Autowired
    BeginCareRelationship beginCare;

    @Autowired
    TransactionTemplate transaction;

    private final JdbcTemplate database = new JdbcTemplate(TestDatabase.asSuperuser());

    private Actor patient;
    private Actor doctor;

    @BeforeEach
    void aPatientAndADoctorWhoTreatsThem() {
        patient = people.patient();
        doctor = people.doctor();
        transaction.executeWithoutResult(
                status -> beginCare.begin(idOf(patient), doctor.clinician(), new Tie.Assignment()));
        consents.chartOf(idOf(patient));
    }

    @Test
    @Requirement({"IAM-10", "AUD-01"})
    void fromTheStatementToTakingItBack() throws Exception {
        assertThat(send(doctor, get(chart())).getContentAsString()).doesNotContain(HIDDEN);
        assertThat(send(patient, get("/record")).getContentAsString()).contains(PAGE, HIDDEN);
        assertThat(send(patient, get(PAGE)).getContentAsString())
                .contains(
                        "2 entries of your record are marked",
                        "treatment paid for",
                        "If I do not agree",
                        "proceedings against me",
                        "Only Doc Example and the team");

        assertThat(send(patient, agreeing("all")).getHeader("Location")).isEqualTo(PAGE);

        assertThat(send(doctor, get(chart())).getContentAsString())
                .contains(HIDDEN, "42 CFR part 2 prohibits unauthorized use or disclosure of these records.");
        assertThat(send(patient, get(withdrawal())).getContentAsString())
                .contains("Doc Example and the team will no longer see 2 entries.");
        assertThat(send(doctor, get(chart())).getContentAsString())
                .as("looking changes nothing")
                .contains(HIDDEN);
        assertThat(send(patient, post(withdrawal())).getHeader("Location")).isEqualTo(PAGE);
        assertThat(send(doctor, get(chart())).getContentAsString())
                .doesNotContain(HIDDEN)
                .doesNotContain("42 CFR");
        assertThat(send(patient, get(PAGE)).getContentAsString()).contains("You took it back on");
        thePatientReadsOnTheTrail("with the patient’s consent to protected entries");
        thePatientReadsOnTheTrail("without entries that need the patient’s consent, if there are any");
    }

    @Test
    void inSpanishToo() throws Exception {
        database.update(
                "UPDATE person SET language = 'es' WHERE id = ?",
                patient.person().value());

        assertThat(send(patient, get(PAGE)).getContentAsString())
                .contains("Sus consentimientos", "name=\"language\" value=\"es\"", "Si no acepto");
    }

    @Test
    void aFormThatIsNotFilledInIsShownAgain() throws Exception {
        var nothing = send(patient, post(PAGE));
        assertThat(nothing.getStatus()).isEqualTo(422);
        assertThat(nothing.getContentAsString()).contains("Choose who may see them", "Choose for how long");
        assertThat(send(
                                patient,
                                post(PAGE)
                                        .param("recipients", "all")
                                        .param("period", "ONE_YEAR")
                                        .param("wording", "1"))
                        .getContentAsString())
                .contains("Tick that you agree");
        var other = send(
                patient,
                post(PAGE)
                        .param("recipients", idOf(people.patient()).toString())
                        .param("period", "ONE_YEAR")
                        .param("wording", "1")
                        .param("language", "en")
                        .param("agreed", "true"));
        assertThat(other.getStatus()).isEqualTo(422);
        assertThat(send(
                                patient,
                                post(PAGE)
                                        .param("recipients", "all")
                                        .param("period", "ONE_YEAR")
                                        .param("wording", "0")
                                        .param("agreed", "true"))
                        .getContentAsString())
                .contains("The words have changed");
    }

    @Test
    @Requirement("IAM-10")
    void anAdministratorTriesOutAndSeesNothingOfTheData() throws Exception {
        var admin = people.admin();
        var sought = send(
                admin,
                post("/audit/simulation")
                        .param("personName", called(doctor))
                        .param("patientName", called(patient))
                        .param("act", "read-chart"));
        assertThat(sought.getStatus()).isEqualTo(200);

        var answer = send(
                        admin,
                        post("/audit/simulation")
                                .param("person", doctor.person().toString())
                                .param("patient", idOf(patient).toString())
                                .param("act", "read-chart"))
                .getContentAsString();

        assertThat(answer)
                .contains(
                        "Allowed: part of the care team, without entries that need the patient’s consent",
                        "the patient agreed that they see protected entries",
                        "Refused: not part of the care team")
                .doesNotContain("Finding ");
        thePatientReadsOnTheTrail("Tried out what somebody could do");
        assertThat(send(admin, post("/audit/simulation")).getStatus()).isEqualTo(422);
    }

    /// Rows come to the patient's list once they have their place in the log.
    private void thePatientReadsOnTheTrail(String words) {
        Awaitility.await(words)
                .pollInSameThread()
                .untilAsserted(
                        () -> assertThat(send(patient, get("/record/access")).getContentAsString())
                                .contains(words));
    }

    private String called(Actor actor) {
        return known.person(actor.person()).orElseThrow().displayName();
    }

    private MockHttpServletRequestBuilder agreeing(String recipients) {
        return post(PAGE)
                .param("recipients", recipients)
                .param("period", "UNTIL_WITHDRAWN")
                .param("wording", "1")
                .param("language", "en")
                .param("agreed", "true");
    }

    private String chart() {
        return "/patients/" + idOf(patient);
    }

    private String withdrawal() {
        return PAGE + "/"
                + database.queryForObject(
                        "SELECT id FROM consent WHERE patient_id = ?",
                        UUID.class,
                        idOf(patient).value())
                + "/withdrawal";
    }

    private MockHttpServletResponse send(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request.with(as(actor)).with(csrf())).andReturn().getResponse();
    }
}
