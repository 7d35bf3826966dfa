package health.visavis.server;

import static health.visavis.server.ServerTestConfiguration.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import health.visavis.TestDatabase;
import health.visavis.access.Actor;
import health.visavis.access.Role;
import health.visavis.people.AcceptInvitation;
import health.visavis.people.FindIdentity;
import health.visavis.people.PeopleFixtures;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// An administrator brings people in and shows them out, as a browser without script sees it.
@ServerTest
class PeoplePagesModuleTest {

    private static final String ISSUER = "https://login.example.org";

    @Autowired
    MockMvc browser;

    @Autowired
    PeopleFixtures people;

    @Autowired
    AcceptInvitation acceptInvitation;

    @Autowired
    FindIdentity findIdentity;

    @Autowired
    FindByIndexNameSessionRepository<? extends Session> sessions;

    private final JdbcTemplate database = new JdbcTemplate(TestDatabase.asSuperuser());

    private final UUID request = UUID.randomUUID();
    private final String subject = UUID.randomUUID().toString();
    private Actor admin;

    @BeforeEach
    void anAdministrator() {
        admin = people.admin();
    }

    @Test
    void aNurseIsInvitedOpensTheLinkAndSignsIn() throws Exception {
        var doctor = Objects.requireNonNull(people.doctor().clinician());

        var made = page(send(nurse().param("worksWith", doctor.toString())), 200);

        assertThat(made).contains("Nina Invited").contains("hand the link over yourself");
        assertThat(page(send(get("/people")), 200))
                .contains("/people/" + request)
                .contains("Invited");
        assertThat(acceptInvitation.accept(identity(), token(made)))
                .isInstanceOf(AcceptInvitation.Outcome.Linked.class);
        assertThat(findIdentity.find(ISSUER, subject))
                .hasValueSatisfying(
                        person -> assertThat(person.person().id().value()).isEqualTo(request));
        assertThat(page(send(get("/people/" + request)), 200)).contains("Can sign in");
    }

    @Test
    void aDoctorAndAPatientAreWhatTheyWereInvitedAs() throws Exception {
        page(send(nurse().param("role", "DOCTOR").param("specialty", "Cardiology")), 200);
        assertThat(database.queryForObject(
                        "SELECT specialty FROM clinician WHERE person_id = ?", String.class, request))
                .isEqualTo("Cardiology");

        var patient = UUID.randomUUID();
        page(send(patient(patient)), 200);
        assertThat(database.queryForObject(
                        "SELECT born_on::text FROM patient WHERE person_id = ?", String.class, patient))
                .isEqualTo("1971-03-02");
        assertThat(page(send(get("/people")), 200)).contains("/people/" + patient);
    }

    @Test
    void aFormSentTwiceAddsOnePersonAndTheLaterLinkIsTheOneThatWorks() throws Exception {
        var first = token(page(send(nurse()), 200));
        var second = token(page(send(nurse()), 200));

        assertThat(acceptInvitation.accept(identity(), first)).isInstanceOf(AcceptInvitation.Outcome.NotValid.class);
        assertThat(acceptInvitation.accept(identity(), second)).isInstanceOf(AcceptInvitation.Outcome.Linked.class);
    }

    @Test
    void anInvitationIsSentAgainAndWithdrawn() throws Exception {
        page(send(nurse()), 200);
        var again = token(page(send(post("/people/" + request + "/invitation")), 200));

        assertThat(send(post("/people/" + request + "/invitation/withdrawal")).getStatus())
                .isEqualTo(303);

        assertThat(acceptInvitation.accept(identity(), again)).isInstanceOf(AcceptInvitation.Outcome.NotValid.class);
        assertThat(page(send(get("/people/" + request)), 200)).contains("Invitation ended");
    }

    @Test
    void whoIsDeactivatedLosesEverySessionAndOpensNothingUntilReactivated() throws Exception {
        acceptInvitation.accept(identity(), token(page(send(nurse()), 200)));
        var phone = sessionOf(sessions, request);
        var desk = sessionOf(sessions, request);
        var ofAnother = sessionOf(sessions, admin.person().value());

        assertThat(send(post("/people/" + request + "/deactivation")).getStatus())
                .isEqualTo(303);

        assertThat(sessions.findById(phone)).isNull();
        assertThat(sessions.findById(desk)).isNull();
        assertThat(sessions.findById(ofAnother)).isNotNull();
        assertThat(findIdentity.find(ISSUER, subject)).isEmpty();
        assertThat(page(send(get("/people/" + request)), 200)).contains("Deactivated");
        assertThat(send(post("/people/" + request + "/invitation")).getStatus())
                .as("no new invitation")
                .isEqualTo(303);
        var another = token(page(send(nurse(UUID.randomUUID())), 200));
        assertThat(acceptInvitation.accept(identity(), another))
                .as("the sign-in stays with its person")
                .isInstanceOf(AcceptInvitation.Outcome.IdentityTaken.class);

        send(post("/people/" + request + "/reactivation"));
        assertThat(findIdentity.find(ISSUER, subject)).isPresent();
    }

    @Test
    void somebodyWhoIsRegisteredIsFoundByNameAndTheInvitationLinksThatPerson() throws Exception {
        var known = people.patient();
        database.update(
                "UPDATE person SET family = ? WHERE id = ?",
                "Q" + subject,
                known.person().value());
        assertThat(page(send(get("/people/find")), 200)).doesNotContain("/people/" + known.person());

        var found = page(send(post("/people/find").param("name", "pat q" + subject.substring(0, 13))), 200);

        assertThat(found).contains("/people/" + known.person()).contains("May\u00a017,\u00a01944");
        assertThat(page(send(get("/people/" + known.person())), 200)).contains("Invite this person");
        var made = page(send(post("/people/" + known.person() + "/invitation")), 200);
        assertThat(acceptInvitation.accept(identity(), token(made)))
                .isEqualTo(new AcceptInvitation.Outcome.Linked(known.person()));
        assertThat(findIdentity.find(ISSUER, subject))
                .hasValueSatisfying(person -> assertThat(person.patient()).hasValue(known.patient()));
        assertThat(page(send(post("/people/find").param("name", subject)), 200))
                .as("somebody who can sign in now")
                .contains("/people/" + known.person())
                .contains("Can sign in");
        assertThat(page(send(post("/people/find").param("name", "nobody-" + subject)), 200))
                .contains("Nobody found");
        assertThat(database.queryForObject(
                        "SELECT count(*) FROM audit_event WHERE actor = ? AND action = 'invite-person' AND patient_id"
                                + " = ?",
                        Long.class,
                        admin.person().value(),
                        known.patient().value()))
                .isEqualTo(1);
    }

    @Test
    void aFormWithTheIdOfSomebodyWhoIsThereChangesNothingOfHim() throws Exception {
        var known = people.patient();

        assertThat(page(send(patient(known.person().value())), 200)).contains("/invitations/");

        assertThat(database.queryForObject(
                        "SELECT given || ' ' || family FROM person WHERE id = ?",
                        String.class,
                        known.person().value()))
                .isEqualTo("Pat Example");
    }

    @Test
    void nobodyDeactivatesHimself() throws Exception {
        send(post("/people/" + admin.person() + "/deactivation"));

        assertThat(database.queryForObject(
                        "SELECT deactivated_at IS NULL FROM person WHERE id = ?",
                        Boolean.class,
                        admin.person().value()))
                .isTrue();
    }

    @Test
    void whatIsWrongIsSaidBesideItsFieldAndWhatWasTypedIsKept() throws Exception {
        var staff =
                page(send(post("/people").param("request", request.toString()).param("given", "Nina")), 422);
        assertThat(staff)
                .contains("value=\"Nina\"")
                .contains("id=\"family-error\"")
                .contains("id=\"email-error\"")
                .contains("id=\"role-error\"");

        var patient = page(send(patient(request, "2999")), 422);
        assertThat(patient).contains("id=\"born-error\"");
        assertThat(database.queryForObject("SELECT count(*) FROM person WHERE id = ?", Long.class, request))
                .isZero();
    }

    @Test
    void somebodyWhoIsNotThereIsNotFound() throws Exception {
        assertThat(send(get("/people/" + UUID.randomUUID())).getStatus()).isEqualTo(404);
        assertThat(send(post("/people/" + UUID.randomUUID() + "/deactivation")).getStatus())
                .isEqualTo(404);
    }

    private AcceptInvitation.Identity identity() {
        return new AcceptInvitation.Identity(ISSUER, subject, Set.of(Role.NURSE), admin.origin());
    }

    private MockHttpServletRequestBuilder nurse() {
        return nurse(request);
    }

    private static MockHttpServletRequestBuilder nurse(UUID request) {
        return person("/people", request)
                .param("given", "Nina")
                .param("family", "Invited")
                .param("email", "nina@example.org")
                .param("role", "NURSE");
    }

    private static MockHttpServletRequestBuilder patient(UUID request) {
        return patient(request, "1971");
    }

    private static MockHttpServletRequestBuilder patient(UUID request, String bornYear) {
        return person("/people/patients", request)
                .param("given", "Pat")
                .param("family", "Invited")
                .param("email", "pat@example.org")
                .param("bornMonth", "3")
                .param("bornDay", "2")
                .param("bornYear", bornYear)
                .param("gender", "unknown");
    }

    private static MockHttpServletRequestBuilder person(String path, UUID request) {
        return post(path)
                .param("request", request.toString())
                .param("zone", "America/New_York")
                .param("language", "en");
    }

    private static String token(String page) {
        var matcher = Pattern.compile("/invitations/([A-Za-z0-9_-]{43})").matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static <S extends Session> String sessionOf(FindByIndexNameSessionRepository<S> sessions, UUID person) {
        var session = sessions.createSession();
        session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, person.toString());
        sessions.save(session);
        return session.getId();
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(
                        request.header("Accept", "text/html").with(as(admin)).with(csrf()))
                .andReturn()
                .getResponse();
    }

    private static String page(MockHttpServletResponse answer, int status) throws Exception {
        assertThat(answer.getStatus()).isEqualTo(status);
        return answer.getContentAsString();
    }
}
