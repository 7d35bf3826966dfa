package health.visavis.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import health.visavis.TestDatabase;
import health.visavis.access.Actor;
import health.visavis.access.Role;
import health.visavis.kernel.Requirement;
import health.visavis.people.AcceptInvitation;
import health.visavis.people.InvitePerson;
import health.visavis.people.PeopleFixtures;
import health.visavis.server.ServerTest;
import health.visavis.server.SigningIn;
import health.visavis.server.TestProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

/// What ends a session from outside of it: the provider, an administrator, the person on another device.
@ServerTest
class OpenSignInsModuleTest {

    private static final String WINDOWS =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36";

    @Autowired
    MockMvc browser;

    @Autowired
    PeopleFixtures people;

    @Autowired
    InvitePerson invitePerson;

    @Autowired
    AcceptInvitation acceptInvitation;

    @Autowired
    SignInCheck check;

    private final JdbcTemplate database = new JdbcTemplate(TestDatabase.asSuperuser());
    private final String subject = UUID.randomUUID().toString();
    private Actor doctor;
    private SigningIn desk;
    private SigningIn phone;

    @BeforeEach
    void aDoctorOnTwoDevices() throws Exception {
        doctor = people.doctor();
        var token = invitePerson.invite(people.admin(), doctor.person()).reveal();
        acceptInvitation.accept(
                new AcceptInvitation.Identity(TestProvider.ISSUER, subject, Set.of(Role.DOCTOR), doctor.origin()),
                token);
        desk = SigningIn.with(browser);
        desk.as(claims("at the desk"));
        phone = new SigningIn(browser, WINDOWS);
        phone.as(claims("elsewhere"));
        assertThat(areIn(desk, phone)).containsExactly(true, true);
    }

    @Test
    @Requirement("IAM-04")
    void whatEndsAtTheProviderEndsHereAndNothingElse() throws Exception {
        assertThat(backChannel(Map.of("sub", subject, "sid", "at the desk"))).isEqualTo(200);

        assertThat(areIn(desk, phone)).containsExactly(false, true);
        assertThat(ends()).containsExactly("signed-out-at-provider");
    }

    @Test
    void aLogoutWithoutASignInsNameEndsAllOfThePersons() throws Exception {
        assertThat(backChannel(Map.of("sub", subject))).isEqualTo(200);

        assertThat(areIn(desk, phone)).containsExactly(false, false);
    }

    @Test
    void aLogoutThatIsNotTheProvidersEndsNothing() throws Exception {
        assertThat(backChannel(Map.of("sub", subject, "iss", "https://login.example.com")))
                .isEqualTo(400);
        assertThat(backChannel(Map.of("sub", subject, "nonce", "a"))).isEqualTo(400);
        var token = TestProvider.logoutToken(Map.of("sub", subject));
        assertThat(send(token.substring(0, token.lastIndexOf('.') + 1) + "AAAA"))
                .isEqualTo(400);

        assertThat(areIn(desk, phone)).containsExactly(true, true);
    }

    /// An id token of this very provider, signed and in time, is no word about a logout.
    @Test
    void whatTellsOfNoLogoutIsRefusedAndNoMistakeOfOurs() throws Exception {
        var without = new HashMap<String, Object>(Map.of("sub", subject, "sid", "at the desk"));
        assertThat(send(TestProvider.signed("JWT", without))).isEqualTo(400);
        without.put("events", Map.of("https://schemas.example/other", Map.of()));
        assertThat(send(TestProvider.signed("logout+jwt", without))).isEqualTo(400);
        without.put("events", "http://schemas.openid.net/event/backchannel-logout");
        assertThat(send(TestProvider.signed("logout+jwt", without))).isEqualTo(400);
        assertThat(send("no token")).isEqualTo(400);
        assertThat(browser.perform(post("/logout/connect/back-channel/visavis"))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(400);

        assertThat(areIn(desk, phone)).containsExactly(true, true);
    }

    @Test
    @Requirement("IAM-04")
    void anAccountThatIsDisabledAtTheProviderIsOutWithTheNextCheck() throws Exception {
        check.make();
        assertThat(areIn(desk, phone)).as("renewed").containsExactly(true, true);

        TestProvider.disables(subject);
        check.make();

        assertThat(areIn(desk, phone)).containsExactly(false, false);
        assertThat(ends()).containsExactly("signed-out-at-provider", "signed-out-at-provider");
    }

    @Test
    @Requirement("APP-08")
    void aGroupThatIsTakenAwayAtTheProviderEndsTheSessionsThatHadItsRole() throws Exception {
        var longAgo = Instant.now().minus(Duration.ofHours(13));
        TestProvider.changes(subject, Map.of("groups", List.of("visavis-patients"), "auth_time", longAgo));

        check.make();

        assertThat(areIn(desk, phone)).containsExactly(false, false);
        assertThat(ends()).containsOnly("role-taken-away");
    }

    @Test
    void aProviderThatCannotBeAskedEndsNothing() throws Exception {
        TestProvider.isAwayFor(subject);

        check.make();

        assertThat(areIn(desk, phone)).containsExactly(true, true);
    }

    @Test
    @Requirement("IAM-04")
    void whoWasDeactivatedHereIsOutWithTheNextCheckHoweverThatCameAbout() throws Exception {
        people.deactivate(doctor);

        check.make();

        assertThat(areIn(desk, phone)).containsExactly(false, false);
        assertThat(ends()).containsOnly("deactivated");
    }

    @Test
    void thePersonSeesWhereTheyAreSignedInAndSignsOutEverywhere() throws Exception {
        var page = desk.send(get("/settings/sessions")).getContentAsString();
        assertThat(page).contains("Firefox, Linux").contains("Chrome, Windows").containsOnlyOnce("This device");

        var out = desk.send(post("/sign-out").param("everywhere", "true").with(csrf()));

        assertThat(out.getStatus()).isEqualTo(302);
        assertThat(areIn(desk, phone)).containsExactly(false, false);
        assertThat(ends()).containsExactly("everywhere");
    }

    @Test
    void signingOutOnOneDeviceLeavesTheOthers() throws Exception {
        desk.send(post("/sign-out").with(csrf()));

        assertThat(areIn(desk, phone)).containsExactly(false, true);
        assertThat(database.queryForObject(
                        "SELECT count(*) FROM provider_session WHERE subject = ?", Long.class, subject))
                .isEqualTo(1);
    }

    @Test
    void aDeviceThatIsNewForAPersonIsAnnouncedToThemOnce() throws Exception {
        assertThat(letters()).as("the phone; the desk was the first of all").isEqualTo(1);

        phone.send(post("/sign-out").with(csrf()));
        phone.as(claims("again"));
        assertThat(letters()).isEqualTo(1);

        SigningIn.with(browser).as(claims("on a third"));
        assertThat(letters()).isEqualTo(2);
    }

    private int letters() {
        return database.queryForObject(
                "SELECT count(*) FROM letter WHERE kind = 'NEW_DEVICE' AND person_id = ?",
                Integer.class,
                doctor.person().value());
    }

    private static List<Boolean> areIn(SigningIn... devices) throws Exception {
        return List.of(isIn(devices[0]), isIn(devices[1]));
    }

    private static boolean isIn(SigningIn device) throws Exception {
        return device.send(get("/agenda")).getStatus() == 200;
    }

    private int backChannel(Map<String, Object> claims) throws Exception {
        return send(TestProvider.logoutToken(claims));
    }

    private int send(String token) throws Exception {
        return browser.perform(post("/logout/connect/back-channel/visavis").param("logout_token", token))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private List<String> ends() {
        return database.queryForList(
                "SELECT reason FROM audit_event WHERE action = 'end-session' AND actor = ? ORDER BY id",
                String.class,
                doctor.person().value());
    }

    private Map<String, Object> claims(String signIn) {
        return Map.of(
                "sub", subject, "sid", signIn, "groups", List.of("visavis-doctors"), "amr", List.of("pwd", "otp"));
    }
}
