package health.visavis.local.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.limits.Limit;
import health.visavis.local.LocalFolders;
import health.visavis.local.keystore.KeyFolder;
import health.visavis.local.postgres.LocalDatabase;
import health.visavis.local.signin.domain.Group;
import health.visavis.local.signin.domain.Offer;
import health.visavis.local.signin.domain.OneTimeCode;
import health.visavis.local.signin.store.Offers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// An invited person makes a sign-in on the one-machine edition.
class SignUpModuleTest {

    private static final String APPLICATION = "http://localhost:18080";
    private static final String PASSWORD = "a few words to remember";
    private static final StillClock CLOCK = new StillClock(Instant.now());

    @TempDir
    private static Path temporary;

    private static LocalDatabase database;
    private static SignInProvider provider;
    private static String issuer;
    private static JdbcClient asApplication;

    private final SignInBrowser browser = new SignInBrowser(issuer);

    @BeforeAll
    static void start() throws IOException {
        var folders = LocalFolders.besides(temporary.resolve("data"));
        database = LocalDatabase.start(folders, 0);
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            issuer = "http://localhost:" + socket.getLocalPort();
        }
        provider = SignInProvider.start(
                new SignInSettings(
                        URI.create(issuer), List.of("http://127.0.0.1:18080", APPLICATION), "+1 555 0100", null),
                database,
                KeyFolder.at(folders.keys()),
                CLOCK);
        provider.awaitReady();
        var app = database.app();
        asApplication = JdbcClient.create(new DriverManagerDataSource(database.url(), app.role(), app.password()));
    }

    @AfterAll
    static void stop() {
        provider.close();
        database.close();
    }

    @Test
    void aNurseChoosesNameAndPasswordShowsASecondFactorAndGoesOnToTheInvitation() throws Exception {
        var token = offered("Nina Example", Group.NURSES);
        var page = browser.get("/sign-up/" + token);
        assertThat(page.body())
                .contains("Nina Example")
                .contains("otpauth://totp/")
                .contains("vv-local__qr");
        var secret = page.body().replaceAll("(?s).*secret=([A-Z2-7]+).*", "$1");

        var wrong = submit(page, token, Map.of("name", "nina", "password", PASSWORD, "code", "000000"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("That code is not valid now").contains(secret);

        var made = submit(wrong, token, Map.of("name", " Nina ", "password", PASSWORD, "code", codeNow(secret)));
        assertThat(made.statusCode()).isEqualTo(303);
        assertThat(SignInBrowser.location(made)).isEqualTo(APPLICATION + "/invitations/" + token);
        assertThat(provider.accounts().named("nina"))
                .hasValueSatisfying(account -> assertThat(account.groups()).containsExactly(Group.NURSES));

        assertThat(browser.get("/sign-up/" + token).statusCode()).isEqualTo(410);
        assertThat(browser.submit(browser.get("/sign-in"), "/sign-in", Map.of("name", "nina", "password", PASSWORD))
                        .headers()
                        .firstValue("Location"))
                .hasValue("/sign-in/code");
    }

    @Test
    void aPatientNeedsALongerPasswordAndNoCode() throws Exception {
        var token = offered("Pat Example", Group.PATIENTS);
        var page = browser.get("/sign-up/" + token);
        assertThat(page.body()).doesNotContain("otpauth");

        var tooShort = submit(page, token, Map.of("name", "pat", "password", "short words"));
        assertThat(tooShort.body()).contains("too short");
        var noName = submit(tooShort, token, Map.of("name", "p!", "password", PASSWORD));
        assertThat(noName.body()).contains("Please choose a sign-in name");

        assertThat(submit(noName, token, Map.of("name", "pat", "password", PASSWORD))
                        .statusCode())
                .isEqualTo(303);
        assertThat(provider.accounts().named("pat")).isPresent();
    }

    @Test
    void whoGuessesLinksWaitsAndALinkThatOpensSomethingOpensItAllTheSame() throws Exception {
        CLOCK.advance(Limit.SIGN_UP_LINKS.period());
        for (var tries = 0; tries < Limit.SIGN_UP_LINKS.tries(); tries++) {
            assertThat(browser.get("/sign-up/guessed-" + tries).statusCode()).isEqualTo(410);
        }

        var early = browser.get("/sign-up/guessed");
        assertThat(early.statusCode()).isEqualTo(429);
        assertThat(early.headers().firstValue("Retry-After")).isPresent();
        assertThat(early.body()).contains("Try again in");
        assertThat(browser.get("/sign-up/" + offered("Invited", Group.PATIENTS)).statusCode())
                .isEqualTo(200);
        CLOCK.advance(Limit.SIGN_UP_LINKS.period());
    }

    @Test
    void aNameThatSomebodyHasIsNotTakenOver() throws Exception {
        var first = offered("First", Group.PATIENTS);
        submit(browser.get("/sign-up/" + first), first, Map.of("name", "same", "password", PASSWORD));
        var before = provider.accounts().named("same").orElseThrow();

        var second = offered("Second", Group.ADMINS);
        var page = browser.get("/sign-up/" + second);
        var secret = page.body().replaceAll("(?s).*secret=([A-Z2-7]+).*", "$1");
        var refused =
                submit(page, second, Map.of("name", "SAME", "password", "another password", "code", codeNow(secret)));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("has that sign-in name already");
        assertThat(provider.accounts().named("same")).contains(before);
        assertThat(browser.get("/sign-up/" + second).statusCode())
                .as("the offer is still good")
                .isEqualTo(200);
    }

    @Test
    void anUnknownAnOldAndAUsedLinkLookAlike() throws Exception {
        var token = offered("Late", Group.PATIENTS);
        CLOCK.advance(Duration.ofDays(14));

        var old = browser.get("/sign-up/" + token);
        var unknown = browser.get("/sign-up/no-such-link");

        assertThat(old.statusCode()).isEqualTo(410).isEqualTo(unknown.statusCode());
        assertThat(old.body()).contains("This link no longer works");
    }

    @Test
    void theApplicationAddsOffersAndReadsNothingOfTheProvider() {
        for (var table : List.of("offer", "account", "account_group")) {
            assertThatThrownBy(() -> asApplication
                            .sql("SELECT count(*) FROM signin." + table)
                            .query(Long.class)
                            .single())
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    private static String offered(String name, Group group) {
        var token = UUID.randomUUID().toString();
        new Offers(asApplication)
                .add(
                        InvitationHash.of(token),
                        new Offer(name, Set.of(group), APPLICATION),
                        CLOCK.instant().plus(Duration.ofDays(14)));
        return token;
    }

    private java.net.http.HttpResponse<String> submit(
            java.net.http.HttpResponse<String> page, String token, Map<String, String> fields) throws Exception {
        return browser.submit(page, "/sign-up/" + token, fields);
    }

    private static String codeNow(String base32) {
        return OneTimeCode.STANDARD.at(decoded(base32), OneTimeCode.stepAt(CLOCK.instant()));
    }

    private static byte[] decoded(String base32) {
        var bits = new StringBuilder();
        for (var letter : base32.toCharArray()) {
            var value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
            bits.append("%5s".formatted(Integer.toBinaryString(value)).replace(' ', '0'));
        }
        var bytes = new byte[bits.length() / 8];
        for (var at = 0; at < bytes.length; at++) {
            bytes[at] = (byte) Integer.parseInt(bits.substring(at * 8, at * 8 + 8), 2);
        }
        return bytes;
    }
}
