package health.visavis.server;

import static health.visavis.server.ServerTestConfiguration.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import health.visavis.TestDatabase;
import health.visavis.access.Actor;
import health.visavis.breakglass.MakeSealedCodes.Printed;
import health.visavis.breakglass.SealedCodeFixtures;
import health.visavis.kernel.Requirement;
import health.visavis.limits.Limit;
import health.visavis.limits.SharedLimits;
import health.visavis.local.custody.CodesCommand;
import health.visavis.local.custody.CodesWords;
import health.visavis.local.demo.LocalOptions;
import health.visavis.messaging.MessagingFixtures;
import health.visavis.people.AcceptInvitation;
import health.visavis.people.InvitePerson;
import health.visavis.people.People;
import health.visavis.people.PeopleFixtures;
import health.visavis.web.session.OpenSessions;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// A doctor gets in by a sealed code while the provider of sign-ins answers nobody.
@ServerTest
@ExtendWith(OutputCaptureExtension.class)
class SealedCodePagesModuleTest {

    private static final String PAGE = "/emergency-sign-in";
    private static final Pattern LINE = Pattern.compile("(?m)^ +([0-9]+) +([0-9A-Z]{5}(?:-[0-9A-Z]{5}){4}) ");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @Autowired
    MockMvc browser;

    @Autowired
    PeopleFixtures people;

    @Autowired
    People known;

    @Autowired
    SealedCodeFixtures codes;

    @Autowired
    MessagingFixtures messaging;

    @Autowired
    InvitePerson invitePerson;

    @Autowired
    AcceptInvitation acceptInvitation;

    @Autowired
    CodesCommand command;

    @Autowired
    SharedLimits limits;

    @Autowired
    FindByIndexNameSessionRepository<? extends Session> sessions;

    @Autowired
    JdbcIndexedSessionRepository sweep;

    private final JdbcTemplate database = new JdbcTemplate(TestDatabase.asSuperuser());
    private final String subject = UUID.randomUUID().toString();

    private Actor doctor;
    private Browser tablet;

    @BeforeEach
    void aDoctorWithASignIn() {
        doctor = people.doctor();
        var token = invitePerson
                .inviteAs(people.admin(), doctor.person(), doctor.roles())
                .reveal();
        acceptInvitation.accept(
                new AcceptInvitation.Identity(TestProvider.ISSUER, subject, doctor.roles(), doctor.origin()), token);
        tablet = new Browser();
    }

    @AfterEach
    void theProviderIsBack() {
        TestProvider.isAway(false);
    }

    /// From asking for codes to the verdict, with the provider away from the moment at which it matters.
    @Test
    @Requirement({"IAM-08", "IAM-10", "AUD-01"})
    void fromTheEnvelopeToTheVerdictWhileTheProviderIsAway(CapturedOutput output) throws Exception {
        var one = people.admin();
        send(
                one,
                post("/keys/codes").param("person", doctor.person().toString()).param("reason", "For the ward"));
        var request = request();
        send(people.admin(), post("/keys/requests/" + request + "/agreement"));
        assertThat(send(one, get("/keys")).getContentAsString()).contains("./visavis codes print");
        var sheet = print(request);
        var printed = LINE.matcher(sheet).results().toList();
        assertThat(sheet).contains("EMERGENCY CODES FOR Doc Example");
        assertThat(printed).hasSize(10);
        assertThat(print(request)).contains("printed before").doesNotContainPattern(LINE);
        assertThat(send(one, get("/keys")).getContentAsString()).contains("10 codes can be used");

        TestProvider.isAway(true);
        var failed = tablet.signIn.as(Map.of("sub", subject, "groups", List.of("visavis-doctors")));
        assertThat(failed.getRedirectedUrl()).isEqualTo("/sign-in/failed");
        assertThat(tablet.page("/sign-in/failed")).contains("href=\"" + PAGE + "\"");
        var code = printed.getFirst();
        var entered = tablet.enters(code.group(1), code.group(2).toLowerCase(java.util.Locale.ROOT));

        assertThat(entered.getStatus()).isEqualTo(303);
        assertThat(entered.getHeader("Location")).isEqualTo("/emergency-access");
        assertThat(tablet.page("/emergency-access"))
                .contains("Doc Example, by emergency code until")
                .doesNotContain("Sign in again");
        assertThat(tablet.send(get("/")).getHeader("Location")).isEqualTo("/emergency-access");
        var conversation = messaging.conversation();
        messaging.send(conversation.patient(), conversation.thread(), "I slept badly");
        var chart = "/patients/" + conversation.patient().patient();
        assertThat(tablet.send(get(chart)).getStatus()).isEqualTo(404);
        assertThat(tablet.send(opening(conversation.patient())).getHeader("Location"))
                .isEqualTo(chart);
        assertThat(tablet.page(chart))
                .contains("You are reading this in an emergency")
                .doesNotContain("href=\"/patients\"");
        assertThat(tablet.page("/messages/" + conversation.thread().value()))
                .contains("I slept badly")
                .doesNotContain("data-module=\"chat\"", "name=\"clientId\"");
        for (var closed : List.of("/agenda", "/patients", "/messages", "/settings", "/settings/sessions", "/live")) {
            assertThat(tablet.send(get(closed)).getStatus()).as(closed).isEqualTo(403);
        }

        var admin = people.admin();
        assertThat(send(admin, get("/audit/emergencies")).getContentAsString())
                .contains("Doc Example came in by emergency code " + code.group(1));
        send(admin, post("/audit/emergencies/codes/" + usedCode() + "/review").param("verdict", "NOT_JUSTIFIED"));

        assertThat(tablet.isIn()).isFalse();
        assertThat(trail())
                .containsExactly(
                        "sign-in GRANTED sealed-code EMERGENCY", "end-session GRANTED not-justified EMERGENCY");
        assertThat(alarms()).contains("sealed-code");
        assertThat(tablet.enters(printed.get(1).group(1), printed.get(1).group(2))
                        .getStatus())
                .as("the rest of the sheet")
                .isEqualTo(422);
        assertThat(output.getAll()).doesNotContain(code.group(2), printed.get(1).group(2));
    }

    @Test
    void whatOpensNothingIsAnsweredInOneWayAndTheCodeIsNeverShownAgain() throws Exception {
        var code = codes.printedFor(doctor).getFirst();
        var plain = code.code().reveal();
        assertThat(tablet.enters(code).getStatus()).isEqualTo(303);

        var used = new Browser().enters(code);
        var wrong = new Browser().enters(Long.toString(code.number()), "0" + plain.substring(1, 28) + "?");
        var unknown = new Browser().enters("999999999999", plain);

        for (var answer : List.of(used, wrong, unknown)) {
            assertThat(answer.getStatus()).isEqualTo(422);
            assertThat(answer.getContentAsString())
                    .contains("do not open anything")
                    .doesNotContain(plain)
                    .doesNotContain("Doc Example");
            assertThat(answer.getHeader("Cache-Control")).contains("no-store");
        }
        assertThat(new Browser().enters("", "").getContentAsString())
                .contains("Type the number of the code", "Type the code");
    }

    @Test
    void aFormOfAnotherSiteGetsNobodyIn() throws Exception {
        var code = codes.printedFor(doctor).getFirst();

        var answer = browser.perform(post(PAGE)
                        .param("number", Long.toString(code.number()))
                        .param("code", code.code().reveal()))
                .andReturn()
                .getResponse();

        assertThat(answer.getStatus()).isEqualTo(403);
        assertThat(trail()).isEmpty();
    }

    @Test
    void whoTriesManyIsToldWhenToComeAgain() throws Exception {
        var address = "guesser-" + UUID.randomUUID();
        for (var tries = 0; tries < Limit.SEALED_CODES.tries(); tries++) {
            limits.take(Limit.SEALED_CODES, address);
        }

        var early = browser.perform(post(PAGE)
                        .param("number", "1")
                        .param("code", "wrong")
                        .with(csrf())
                        .header("Accept", "text/html")
                        .with(request -> {
                            request.setRemoteAddr(address);
                            return request;
                        }))
                .andReturn()
                .getResponse();

        assertThat(early.getStatus()).isEqualTo(429);
        assertThat(Integer.parseInt(Objects.requireNonNull(early.getHeader("Retry-After"))))
                .isPositive();
    }

    /// That it ends then is held by SignInContextsModuleTest.
    @Test
    void itEndsAfterAnHourAndNothingMakesItLonger() throws Exception {
        tablet.enters(codes.printedFor(doctor).getFirst());
        var end = endOf(sessions);
        assertThat(end)
                .isBetween(
                        Instant.now().plus(Duration.ofMinutes(55)),
                        Instant.now().plus(Duration.ofHours(1)));

        assertThat(tablet.send(post("/session/extension").with(csrf())).getStatus())
                .isEqualTo(204);

        assertThat(endOf(sessions)).isEqualTo(end);
    }

    @Test
    void whoLeavesItLyingIsLoggedOffAndItIsOnTheTrail() throws Exception {
        tablet.enters(codes.printedFor(doctor).getFirst());

        database.update(
                "UPDATE spring_session SET last_access_time = last_access_time - 86400000, expiry_time = expiry_time - 86400000 WHERE principal_name = ?",
                doctor.person().toString());
        sweep.cleanUpExpiredSessions();

        assertThat(tablet.isIn()).isFalse();
        assertThat(trail()).last().isEqualTo("end-session GRANTED idle ");
    }

    /// The provider could not be asked to end anything.
    @Test
    void signingOutWorksWhileTheProviderIsAway() throws Exception {
        tablet.enters(codes.printedFor(doctor).getFirst());
        TestProvider.isAway(true);

        var out = tablet.send(post("/sign-out").with(csrf()));

        assertThat(out.getRedirectedUrl()).isEqualTo("/signed-out");
        assertThat(tablet.isIn()).isFalse();
        assertThat(trail())
                .containsExactly("sign-in GRANTED sealed-code EMERGENCY", "sign-out GRANTED own-sign-in EMERGENCY");
    }

    @Test
    void whatTheProviderEndsIsNotWhatACodeBegan() throws Exception {
        var desk = SigningIn.with(browser);
        desk.as(Map.of("sub", subject, "groups", List.of("visavis-doctors"), "amr", List.of("pwd", "otp")));
        tablet.enters(codes.printedFor(doctor).getFirst());
        assertThat(desk.send(get("/agenda")).getStatus()).isEqualTo(200);
        assertThat(desk.send(get("/settings/sessions")).getContentAsString()).contains("Firefox, Linux");

        browser.perform(post("/logout/connect/back-channel/visavis")
                .param("logout_token", TestProvider.logoutToken(Map.of("sub", subject))));

        assertThat(desk.send(get("/agenda")).getStatus()).isEqualTo(302);
        assertThat(tablet.isIn()).isTrue();
    }

    /// An open session whose proof is too old may be all that somebody has: a wrong code costs them nothing.
    @Test
    void whoIsSignedInGoesOnAfterAWrongCodeAndIsNobodyElseAfterARightOne() throws Exception {
        var desk = new Browser();
        desk.signIn.as(Map.of("sub", subject, "groups", List.of("visavis-doctors"), "amr", List.of("pwd", "otp")));
        var code = codes.printedFor(doctor).getFirst();
        assertThat(desk.page(PAGE)).contains("You are signed in");

        desk.enters(Long.toString(code.number()), "wrong");
        assertThat(desk.send(get("/agenda")).getStatus()).isEqualTo(200);

        desk.enters(code);
        assertThat(desk.send(get("/agenda")).getStatus()).isEqualTo(403);
        assertThat(desk.isIn()).isTrue();
    }

    @Test
    void oneAdministratorWithdrawsWhatIsLeft() throws Exception {
        var code = codes.printedFor(doctor).getFirst();
        var admin = people.admin();

        assertThat(send(admin, post("/keys/codes/" + doctor.person() + "/withdrawal"))
                        .getHeader("Location"))
                .isEqualTo("/keys");

        assertThat(tablet.enters(code).getStatus()).isEqualTo(422);
    }

    @Test
    void theCommandSaysWhatIsLeftAndWhatIsAgreedAndPrintsNoCodeThen() {
        codes.printedFor(doctor);
        var request = codes.agreedFor(doctor);

        var said = run(new CodesWords.Status(LocalOptions.of("codes", List.of("--data", "/nowhere"))));

        assertThat(said)
                .contains("Doc Example: 10, made ", request + "  for Doc Example")
                .doesNotContainPattern(LINE);
        print(request);
    }

    private String print(UUID request) {
        var options = LocalOptions.of("codes", List.of("--data", "/nowhere"));
        return run(new CodesWords.Print(options, Optional.of(request)));
    }

    private String run(CodesWords words) {
        var written = new ByteArrayOutputStream();
        command.run(words, new PrintStream(written, true, StandardCharsets.UTF_8));
        return written.toString(StandardCharsets.UTF_8);
    }

    private MockHttpServletRequestBuilder opening(Actor patient) {
        var summary = known.patient(Objects.requireNonNull(patient.patient())).orElseThrow();
        return post("/emergency-access/openings")
                .param("patient", patient.patient().toString())
                .param("name", summary.displayName())
                .param("bornMonth", Integer.toString(summary.bornOn().getMonthValue()))
                .param("bornDay", Integer.toString(summary.bornOn().getDayOfMonth()))
                .param("bornYear", Integer.toString(summary.bornOn().getYear()))
                .param("reason", "ACUTE_DANGER")
                .param("words", "Collapsed at the front desk")
                .param("warned", "true")
                .with(csrf());
    }

    private MockHttpServletResponse send(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request.with(as(actor)).with(csrf())).andReturn().getResponse();
    }

    private UUID request() {
        return database.queryForObject(
                "SELECT id FROM key_request WHERE person_id = ?",
                UUID.class,
                doctor.person().value());
    }

    private UUID usedCode() {
        return database.queryForObject(
                "SELECT id FROM emergency_code WHERE person_id = ? AND used_at IS NOT NULL",
                UUID.class,
                doctor.person().value());
    }

    private List<String> trail() {
        return database.queryForList(
                "SELECT action || ' ' || outcome || ' ' || reason || ' ' || actor_roles FROM audit_event WHERE actor = ? AND action IN ('sign-in', 'sign-out', 'end-session') AND outcome = 'GRANTED' ORDER BY at, id",
                String.class,
                doctor.person().value());
    }

    private List<String> alarms() {
        return database.queryForList(
                "SELECT kind FROM alarm WHERE subject = ?",
                String.class,
                doctor.person().toString());
    }

    private <S extends Session> Instant endOf(FindByIndexNameSessionRepository<S> all) {
        return ofCode(all).getAttribute(OpenSessions.ENDS_AT);
    }

    private <S extends Session> S ofCode(FindByIndexNameSessionRepository<S> all) {
        return all.findByPrincipalName(doctor.person().toString()).values().stream()
                .filter(session -> session.getAttribute(OpenSessions.ENDS_AT) != null)
                .findFirst()
                .orElseThrow();
    }

    /// A browser that sends forms as it got them.
    private final class Browser {

        private final SigningIn signIn = SigningIn.with(browser);

        MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
            return signIn.send(request);
        }

        String page(String path) throws Exception {
            var answer = send(get(path));
            assertThat(answer.getStatus()).as(path).isEqualTo(200);
            return answer.getContentAsString();
        }

        MockHttpServletResponse enters(Printed code) throws Exception {
            return enters(Long.toString(code.number()), code.code().reveal());
        }

        MockHttpServletResponse enters(String number, String code) throws Exception {
            var token = TOKEN.matcher(page(PAGE));
            assertThat(token.find()).isTrue();
            return send(post(PAGE)
                    .param("_csrf", token.group(1))
                    .param("number", number)
                    .param("code", code));
        }

        boolean isIn() throws Exception {
            return send(get("/emergency-access")).getStatus() == 200;
        }
    }
}
