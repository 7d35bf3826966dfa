package health.visavis.server;

import static health.visavis.server.ServerTestConfiguration.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.web.context.HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import health.visavis.TestDatabase;
import health.visavis.access.Actor;
import health.visavis.access.ProxyScope;
import health.visavis.kernel.Requirement;
import health.visavis.messaging.MessagingFixtures;
import health.visavis.people.PeopleFixtures;
import health.visavis.proxy.EndProxy;
import health.visavis.proxy.ProxyFixtures;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// Everybody who has to do with acting for a patient, through the pages and without script.
@ServerTest
class ProxyPagesModuleTest {

    @Autowired
    MockMvc browser;

    @Autowired
    PeopleFixtures people;

    @Autowired
    ProxyFixtures proxies;

    @Autowired
    EndProxy endProxy;

    @Autowired
    MessagingFixtures messaging;

    @Autowired
    SessionRepository<? extends Session> sessions;

    private final JdbcTemplate database = new JdbcTemplate(TestDatabase.asSuperuser());

    private Actor father;
    private Actor daughter;

    @BeforeEach
    void aFatherAndADaughter() {
        father = people.patient();
        daughter = people.patient();
        named(father, "Maria", "Lopez");
        named(daughter, "Ana", "Ruiz");
    }

    @Test
    @Requirement("IAM-10")
    void fromTheInvitationToTheEnd() throws Exception {
        var made = page(send(father, form(post("/proxies"))), 200);
        var link = link(made);
        assertThat(page(send(father, get("/proxies")), 200)).contains("Asked, not answered yet", "Ana Lopez");

        assertThat(send(null, get(link)).getContentAsString())
                .as("a stranger reads of no patient")
                .contains("You were asked to help somebody")
                .doesNotContain("Maria");
        assertThat(send(daughter, get(link)).getHeader("Location")).isEqualTo(link + "/acceptance");
        assertThat(page(send(daughter, get(link + "/acceptance")), 200)).contains("Maria Lopez", "Daughter");
        assertThat(send(daughter, post(link + "/acceptance")).getHeader("Location"))
                .isEqualTo("/acting");
        assertThat(page(send(daughter, get("/")), 200)).contains("For whom are you here?");
        assertThat(page(send(daughter, get("/acting")), 200)).contains("Act for Maria Lopez");

        var list = page(send(father, get("/proxies")), 200);
        assertThat(list).contains("Ana Ruiz", "Daughter", "appointments, health record");
        var acting = daughter.actingFor(Objects.requireNonNull(father.patient()));
        var record = page(send(acting, get("/record")), 200);
        assertThat(record).contains("You act for Maria Lopez").doesNotContain("/record/access");
        assertThat(record).as("what was not given").doesNotContain("href=\"/messages\"");
        assertThat(page(send(acting, get("/messages")), 403)).contains("You were not given this");
        assertThat(page(send(acting, get("/proxies")), 403)).contains("You were not given this");

        assertThat(send(father, post("/proxies/" + grantIn(list) + "/end")).getHeader("Location"))
                .isEqualTo("/proxies");

        var over = page(send(acting, get("/record")), 404);
        assertThat(over).contains("You do not act for this person any more").doesNotContain("Maria");
        assertThat(page(send(acting, get("/")), 200)).contains("Back to myself").doesNotContain("Maria");
        assertThat(page(send(daughter, get("/record")), 200)).doesNotContain("You act for");
    }

    @Test
    void theChoiceStandsInTheSessionAndVoidsFormsThatWereDrawnBefore() throws Exception {
        proxies.grant(father, daughter);
        var session = session(sessions, daughter);
        var before = formToken(page(in(session, get("/settings")), 200));

        var chosen = in(
                session,
                post("/acting")
                        .param("_csrf", before)
                        .param("patient", father.patient().toString()));

        assertThat(chosen.getHeader("Location")).isEqualTo("/");
        var home = page(in(session, get("/")), 200);
        assertThat(home).contains("You act for Maria Lopez");
        assertThat(page(in(session, post("/messages").param("_csrf", before)), 403))
                .contains("This page was open too long");
        assertThat(in(session, post("/acting").param("_csrf", formToken(home))).getStatus())
                .isEqualTo(303);
        assertThat(page(in(session, get("/")), 200)).doesNotContain("You act for Maria Lopez");
    }

    @Test
    void nobodyChoosesSomebodyForWhomTheyDoNotAct() throws Exception {
        assertThat(send(
                                daughter,
                                post("/acting")
                                        .param("patient", father.patient().toString()))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void whoeverHasNoAccountMakesOne() throws Exception {
        var link = link(page(send(father, form(post("/proxies"))), 200));

        var account = page(send(null, post(link + "/account")), 200);

        assertThat(account).contains("Now make your sign-in", "/invitations/");
        assertThat(send(null, post(link + "/account")).getStatus()).isEqualTo(404);
        assertThat(page(send(father, get("/proxies")), 200))
                .contains("Ana Lopez")
                .doesNotContain("not answered yet");
    }

    @Test
    void theClinicRegistersAParentForAChild() throws Exception {
        database.update(
                "UPDATE patient SET born_on = ? WHERE id = ?",
                Date.valueOf(LocalDate.now().minusYears(8)),
                father.patient().value());
        var admin = people.admin();
        var path = "/patients/" + father.patient() + "/proxies";
        assertThat(page(send(admin, get(path)), 200)).contains("Register a parent");

        assertThat(page(send(admin, form(post(path)).param("relationship", "OTHER")), 422))
                .contains("Choose who they are");
        var link = link(page(
                send(
                        admin,
                        post(path)
                                .param("given", "Ana")
                                .param("family", "Ruiz")
                                .param("relationship", "MOTHER")
                                .param("scope", "VISITS")),
                200));
        send(daughter, post(link + "/acceptance"));

        assertThat(page(send(father, get("/proxies")), 200))
                .contains("Ana Ruiz", "You are not grown up yet")
                .doesNotContain("End now");
        assertThat(page(send(admin, get(path)), 200)).contains("End now");
    }

    @Test
    void anAdultWhoCannotDecideIsRepresentedOnceAnotherAdministratorAgrees() throws Exception {
        var path = "/patients/" + father.patient() + "/proxies";
        var maker = people.admin();
        var made = page(send(maker, form(post(path))), 200);
        assertThat(made).contains("The link opens nothing yet");
        var link = link(made);
        assertThat(page(send(daughter, get(link + "/acceptance")), 409)).contains("The clinic still has to agree");
        assertThat(page(send(null, get(link)), 404)).contains("The clinic still has to agree");

        assertThat(page(send(maker, get(path)), 200))
                .contains("still has to agree")
                .doesNotContain("/agreement");
        var other = people.admin();
        var agreement = first("(/patients/[^\"]+/agreement)", page(send(other, get(path)), 200));
        assertThat(send(maker, post(agreement)).getHeader("Location")).isEqualTo(path);
        assertThat(page(send(null, get(link)), 404)).as("the maker's own word").contains("still has to agree");
        assertThat(send(other, post(agreement)).getHeader("Location")).isEqualTo(path);

        assertThat(page(send(daughter, get(link + "/acceptance")), 200)).contains("and the clinic can see what you do");
        assertThat(send(daughter, post(link + "/acceptance")).getHeader("Location"))
                .isEqualTo("/acting");
        assertThat(page(send(father, get("/proxies")), 200))
                .contains("Ana Ruiz", "Registered by the clinic")
                .doesNotContain("End now");
        assertThat(page(send(other, get(path)), 200)).contains("End now");
    }

    @Test
    @Requirement("AUD-01")
    void thePatientReadsWhoActedInTheirLanguage() throws Exception {
        proxies.grant(father, daughter, ProxyScope.RECORD);
        send(daughter.actingFor(father.patient()), get("/record"));

        await().untilAsserted(() -> assertThat(page(send(father, get("/record/access")), 200))
                .contains("Your daughter Ana Ruiz, who acts for you", "you let them act for you"));
        database.update(
                "UPDATE person SET language = 'es' WHERE id = ?",
                father.person().value());
        assertThat(page(send(father, get("/record/access")), 200)).contains("Su hija Ana Ruiz, que actúa por usted");
    }

    @Test
    void aMessageSaysForWhomItWasWritten() throws Exception {
        var conversation = messaging.conversation();
        var patient = conversation.patient();
        proxies.grant(patient, daughter, ProxyScope.MESSAGES);
        messaging.send(daughter.actingFor(patient.patient()), conversation.thread(), "He sleeps badly");

        assertThat(page(send(conversation.doctor(), get("/messages/" + conversation.thread())), 200))
                .contains("He sleeps badly", "Ana Ruiz", "For the patient");
    }

    private static MockHttpServletRequestBuilder form(MockHttpServletRequestBuilder request) {
        return request.param("given", "Ana")
                .param("family", "Lopez")
                .param("relationship", "DAUGHTER")
                .param("scope", "APPOINTMENTS", "RECORD")
                .param("months", "6");
    }

    private void named(Actor actor, String given, String family) {
        database.update(
                "UPDATE person SET given = ?, family = ? WHERE id = ?",
                given,
                family,
                actor.person().value());
    }

    private static String link(String page) {
        return first("(/proxy-links/[A-Za-z0-9_-]{43})", page);
    }

    private static String grantIn(String page) {
        return first("/proxies/([0-9a-f-]{36})/end", page);
    }

    private static String formToken(String page) {
        return first("name=\"_csrf\" value=\"([^\"]+)\"", page);
    }

    private static String first(String pattern, String page) {
        var matcher = Pattern.compile(pattern).matcher(page);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    private static <S extends Session> Cookie session(SessionRepository<S> sessions, Actor actor) {
        var session = sessions.createSession();
        session.setAttribute(
                SPRING_SECURITY_CONTEXT_KEY, new SecurityContextImpl(ServerTestConfiguration.signedIn(actor)));
        sessions.save(session);
        return new Cookie(
                "visavis", Base64.getEncoder().encodeToString(session.getId().getBytes(StandardCharsets.UTF_8)));
    }

    private MockHttpServletResponse in(Cookie session, MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request.cookie(session).header("Accept", "text/html"))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse send(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
        request.header("Accept", "text/html").with(csrf());
        return browser.perform(actor == null ? request : request.with(as(actor)))
                .andReturn()
                .getResponse();
    }

    private static String page(MockHttpServletResponse answer, int status) throws Exception {
        assertThat(answer.getStatus()).isEqualTo(status);
        return answer.getContentAsString();
    }
}
