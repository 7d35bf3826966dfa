package health.visavis.provider;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.MutableClock;
import health.visavis.TestDatabase;
import health.visavis.VisavisApplication;
import health.visavis.access.Actor;
import health.visavis.access.Role;
import health.visavis.kernel.Requirement;
import health.visavis.local.signin.domain.OneTimeCode;
import health.visavis.people.AcceptInvitation;
import health.visavis.people.InvitePerson;
import health.visavis.people.PeopleFixtures;
import health.visavis.provider.ProviderBrowser.Seen;
import health.visavis.secrets.TestSecrets;
import health.visavis.web.security.SignInCheckNow;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/// The sign-in suite against a real Keycloak, run by `./visavis proof sign-in`, which says where its distribution lies.
@EnabledIfSystemProperty(named = KeycloakSignInModuleTest.HOME, matches = ".+")
@SpringBootTest(
        classes = VisavisApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {
            "visavis.signin.provider=keycloak",
            "visavis.signin.check-every=0s",
            "visavis.session.secure-cookie=false",
            "spring.security.oauth2.client.registration.visavis.client-id=" + ClinicRealm.CLIENT
        })
@ContextConfiguration(initializers = {TestDatabase.Initializer.class, KeycloakSignInModuleTest.Initializer.class})
@DirtiesContext
class KeycloakSignInModuleTest {

    static final String HOME = "visavis.keycloak";

    private static final int PORT = Keycloak.freePort();
    private static final String APPLICATION = "http://localhost:" + PORT;

    private static Keycloak keycloak;
    private static ClinicRealm realm;

    static final class Initializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            keycloak = Keycloak.start(Path.of(System.getProperty(HOME)), Path.of("target", "keycloak.log"));
            realm = ClinicRealm.make(keycloak, APPLICATION);
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "keycloak",
                            Map.of(
                                    "server.port",
                                    PORT,
                                    "spring.security.oauth2.client.registration.visavis.client-secret",
                                    TestSecrets.inFile(ClinicRealm.SECRET),
                                    "visavis.base-url",
                                    APPLICATION,
                                    "visavis.signin.origin",
                                    keycloak.origin(),
                                    "spring.security.oauth2.client.provider.visavis.issuer-uri",
                                    keycloak.issuer(ClinicRealm.NAME))));
        }
    }

    @Autowired
    PeopleFixtures people;

    @Autowired
    InvitePerson invitePerson;

    @Autowired
    AcceptInvitation acceptInvitation;

    @Autowired
    SignInCheckNow checks;

    @Autowired
    MutableClock clock;

    private final ProviderBrowser browser = new ProviderBrowser(APPLICATION);

    @AfterEach
    void timeRunsOn() {
        clock.reset();
    }

    @AfterAll
    static void stop() {
        keycloak.close();
    }

    @Test
    @Requirement({"IAM-01", "IAM-02"})
    void aDoctorIsRefusedWithAPasswordAloneAndComesInWithASecondFactor() throws Exception {
        var subject = doctor();

        assertThat(password(subject, browser.opens("/agenda")).path()).isEqualTo("/sign-in/second-factor");
        assertThat(isIn(browser)).isFalse();

        assertThat(code(browser.opens("/oauth2/authorization/visavis?second-factor"))
                        .status())
                .isEqualTo(200);
        assertThat(isIn(browser)).isTrue();
    }

    @Test
    @Requirement("IAM-01")
    void aPatientNeedsNoSecondFactor() throws Exception {
        var subject = linked(people.patient(), realm.addUser("visavis-patients"), Role.PATIENT);

        assertThat(password(subject, browser.opens("/appointments")).path()).isEqualTo("/appointments");
    }

    @Test
    @Requirement("APP-08")
    void aGroupThatIsTakenAwayEndsTheSession() throws Exception {
        var subject = signedInDoctor();
        checks.make();
        assertThat(isIn(browser)).as("renewed with the group").isTrue();

        realm.takeOutOfAllGroups(subject);
        checks.make();

        assertThat(isIn(browser)).isFalse();
    }

    @Test
    @Requirement("IAM-04")
    void anAccountThatIsDisabledIsOut() throws Exception {
        var subject = signedInDoctor();

        realm.disable(subject);
        checks.make();

        assertThat(isIn(browser)).isFalse();
    }

    @Test
    @Requirement("IAM-04")
    void anAdministratorOfKeycloakEndsASignInAndItIsOverHereByItself() throws Exception {
        var subject = signedInDoctor();

        realm.signOut(subject);

        Awaitility.await("the news of Keycloak")
                .atMost(Duration.ofSeconds(20))
                .pollInSameThread()
                .until(() -> !isIn(browser));
    }

    @Test
    @Requirement("IAM-04")
    void signingOutEverywhereEndsTheOtherDeviceAndTheSignInAtKeycloak() throws Exception {
        var subject = signedInDoctor();
        var phone = new ProviderBrowser(APPLICATION);
        withSecondFactor(subject, phone);
        assertThat(isIn(phone)).isTrue();

        var out = browser.sends(
                browser.opens("/settings/sessions")
                        .formWith("name=\"everywhere\"")
                        .orElseThrow(),
                Map.of("everywhere", "true"));

        assertThat(out.path()).as("back from Keycloak").isEqualTo("/signed-out");
        assertThat(isIn(browser)).isFalse();
        assertThat(isIn(phone)).isFalse();
        assertThat(browser.opens("/agenda").formWith("name=\"password\""))
                .as("Keycloak asks again")
                .isPresent();
    }

    /// Minutes by which our clock is ahead.
    @ParameterizedTest
    @ValueSource(ints = {-10, 10})
    void clocksThatAreTenMinutesApartLetNobodyIn(int minutes) throws Exception {
        var subject = linked(people.patient(), realm.addUser("visavis-patients"), Role.PATIENT);
        clock.advance(Duration.ofMinutes(minutes));

        assertThat(password(subject, browser.opens("/appointments")).path()).isEqualTo("/sign-in/failed");
    }

    @ParameterizedTest
    @ValueSource(ints = {-30, 30})
    void clocksThatAreSecondsApartDoNotMatter(int seconds) throws Exception {
        var subject = linked(people.patient(), realm.addUser("visavis-patients"), Role.PATIENT);
        clock.advance(Duration.ofSeconds(seconds));

        assertThat(password(subject, browser.opens("/appointments")).path()).isEqualTo("/appointments");
    }

    @Test
    void anAdministratorShowsAnewWhoTheyAreAndKeycloakAsksForEverything() throws Exception {
        var subject = linked(people.admin(), realm.addUser("visavis-admins"), Role.ADMIN);
        withSecondFactor(subject, browser);
        assertThat(browser.opens("/people/new").path()).as("just signed in").isEqualTo("/people/new");

        clock.advance(Duration.ofMinutes(11));
        assertThat(browser.opens("/people/new").path()).isEqualTo("/sign-in/again");
        clock.reset();

        var asked = browser.opens("/oauth2/authorization/visavis?anew");
        assertThat(asked.formWith("name=\"password\"")).isPresent();
        assertThat(code(password(subject, asked)).path()).isEqualTo("/people/new");
    }

    private String doctor() {
        return linked(people.doctor(), realm.addUser("visavis-doctors"), Role.DOCTOR);
    }

    private String signedInDoctor() throws Exception {
        var subject = doctor();
        withSecondFactor(subject, browser);
        assertThat(isIn(browser)).isTrue();
        return subject;
    }

    private static void withSecondFactor(String subject, ProviderBrowser browser) throws Exception {
        code(browser, password(subject, browser, browser.opens("/oauth2/authorization/visavis?second-factor")));
    }

    private Seen password(String subject, Seen page) throws Exception {
        return password(subject, browser, page);
    }

    private static Seen password(String subject, ProviderBrowser browser, Seen page) throws Exception {
        var form = page.formWith("name=\"password\"").orElseThrow(() -> new AssertionError("at " + page.address()));
        return browser.sends(form, Map.of("username", realm.nameOf(subject), "password", ClinicRealm.PASSWORD));
    }

    private Seen code(Seen page) throws Exception {
        return code(browser, page);
    }

    private static Seen code(ProviderBrowser browser, Seen page) throws Exception {
        var form = page.formWith("name=\"otp\"").orElseThrow(() -> new AssertionError("at " + page.address()));
        var secret = ClinicRealm.CODE_SECRET.getBytes(StandardCharsets.US_ASCII);
        return browser.sends(form, Map.of("otp", OneTimeCode.STANDARD.at(secret, OneTimeCode.stepAt(Instant.now()))));
    }

    private static boolean isIn(ProviderBrowser browser) throws Exception {
        return browser.isLetInTo("/settings/sessions");
    }

    private String linked(Actor person, String subject, Role role) {
        var token = invitePerson.invite(people.admin(), person.person()).reveal();
        acceptInvitation.accept(
                new AcceptInvitation.Identity(
                        keycloak.issuer(ClinicRealm.NAME), subject, Set.of(role), person.origin()),
                token);
        return subject;
    }
}
