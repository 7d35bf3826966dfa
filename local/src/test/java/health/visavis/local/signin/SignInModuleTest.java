package health.visavis.local.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import health.visavis.access.Passages.Traveller;
import health.visavis.kernel.PersonId;
import health.visavis.kernel.Requirement;
import health.visavis.limits.Limit;
import health.visavis.limits.Limits;
import health.visavis.local.CannotStart;
import health.visavis.local.LocalFolders;
import health.visavis.local.keystore.KeyFolder;
import health.visavis.local.postgres.LocalDatabase;
import health.visavis.local.signin.domain.Group;
import health.visavis.local.signin.domain.OneTimeCode;
import health.visavis.local.signin.domain.RecoveryCode;
import health.visavis.local.signin.store.WrongTryQueue;
import health.visavis.local.signin.store.WrongTryQueue.WrongTry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SignInModuleTest {

    private static final String APPLICATION = "http://localhost:18080";
    private static final String CALLBACK = APPLICATION + "/login/oauth2/code/visavis";
    private static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-0123456789";
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final StillClock CLOCK = new StillClock(Instant.now());

    @TempDir
    private static Path temporary;

    private static LocalDatabase database;
    private static KeyFolder keys;
    private static SignInProvider provider;
    private static String issuer;
    private static UUID patient;
    private static UUID doctor;

    private SignInBrowser browser;

    @BeforeAll
    static void start() throws IOException {
        var folders = LocalFolders.besides(temporary.resolve("data"));
        database = LocalDatabase.start(folders, 0);
        keys = KeyFolder.at(folders.keys());
        issuer = "http://localhost:" + freePort();
        provider = startProvider();
        patient = provider.keep(new NewAccount("patient", "Ana", Set.of(Group.PATIENTS), "correct horse", null));
        doctor = provider.keep(new NewAccount("doctor", "Dr. Béla", Set.of(Group.DOCTORS), "battery staple", SECRET));
    }

    @AfterAll
    static void stop() {
        provider.close();
        database.close();
    }

    @BeforeEach
    void openBrowser() {
        browser = new SignInBrowser(issuer);
        CLOCK.advance(Duration.ofHours(1));
    }

    @Test
    @Requirement("IAM-01")
    void aPatientSignsInWithAPasswordAndTheTokenSaysSo() throws Exception {
        var back = signInWithPassword("Patient ", "correct horse");
        assertThat(back).startsWith(CALLBACK + "?code=").contains("state=a-state");

        var claims = idToken(back);
        assertThat(claims.getSubject()).isEqualTo(patient.toString());
        assertThat(claims.getIssuer()).isEqualTo(issuer);
        assertThat(claims.getAudience()).containsExactly("visavis");
        assertThat(claims.getStringListClaim("groups")).containsExactly("visavis-patients");
        assertThat(claims.getStringListClaim("amr")).containsExactly("pwd");
        assertThat(claims.getStringClaim("acr")).isEqualTo("pwd");
        assertThat(claims.getStringClaim("nonce")).isEqualTo("a-nonce");
        assertThat(claims.getClaims()).containsKeys("sid", "auth_time").doesNotContainKey("email");
    }

    @Test
    @Requirement("IAM-02")
    void aDoctorIsNotSignedInWithoutTheSecondFactor() throws Exception {
        var afterPassword = password("doctor", "battery staple");
        assertThat(afterPassword.statusCode()).isEqualTo(303);
        assertThat(SignInBrowser.location(afterPassword)).isEqualTo("/sign-in/code");
        assertThat(SignInBrowser.location(browser.get(authorize())))
                .as("half a sign-in opens nothing")
                .endsWith("/sign-in");

        var page = browser.get("/sign-in/code");
        var wrong = browser.submit(page, "/sign-in/code", Map.of("code", "000000"));
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).contains("That code is not valid now");

        var right = browser.submit(wrong, "/sign-in/code", Map.of("code", codeNow()));
        assertThat(right.statusCode()).isEqualTo(303);
        var claims = idToken(SignInBrowser.location(browser.follow(right)));
        assertThat(claims.getSubject()).isEqualTo(doctor.toString());
        assertThat(claims.getStringListClaim("groups")).containsExactly("visavis-doctors");
        assertThat(claims.getStringListClaim("amr")).containsExactly("pwd", "otp", "mfa");
        assertThat(claims.getStringClaim("acr")).isEqualTo("mfa");
    }

    @Test
    void aCodeWorksOnce() throws Exception {
        password("doctor", "battery staple");
        assertThat(browser.submit(browser.get("/sign-in/code"), "/sign-in/code", Map.of("code", codeNow()))
                        .statusCode())
                .isEqualTo(303);

        browser = new SignInBrowser(issuer);
        password("doctor", "battery staple");
        assertThat(browser.submit(browser.get("/sign-in/code"), "/sign-in/code", Map.of("code", codeNow()))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void afterFiveWrongTriesEvenTheRightPasswordWaitsAndAnUnknownNameIsAnsweredAlike() throws Exception {
        provider.keep(new NewAccount("forgetful", "Cho", Set.of(Group.PATIENTS), "right", null));
        for (var name : List.of("forgetful", "nobody")) {
            for (var tries = 0; tries < 5; tries++) {
                var wrong = password(name, "wrong");
                assertThat(wrong.statusCode()).isEqualTo(401);
                assertThat(wrong.body())
                        .contains("That sign-in name and password do not belong together")
                        .contains("href=\"tel:+15550100\"")
                        .contains("href=\"" + APPLICATION + "/help\"");
            }
            var early = password(name, "right");
            assertThat(early.statusCode()).isEqualTo(429);
            assertThat(early.body())
                    .contains("There were too many tries", "Try again in 5 seconds")
                    .doesNotContain("value=\"right\"");
            assertThat(early.headers().firstValue("Retry-After")).hasValue("5");
        }
        CLOCK.advance(Duration.ofSeconds(5));
        assertThat(password("forgetful", "right").statusCode()).isEqualTo(303);
    }

    @Test
    void whoGuessesManyNamesFromOneAddressWaitsForAllOfThem() throws Exception {
        var limits = provider.context().getBean(Limits.class);
        for (var tries = 1; tries < Limit.SIGN_IN.tries(); tries++) {
            limits.take(Limit.SIGN_IN, "127.0.0.1");
        }
        assertThat(password("patient", "correct horse").statusCode())
                .as("what is right is not counted")
                .isEqualTo(303);
        browser = new SignInBrowser(issuer);
        assertThat(password("guessed", "wrong").statusCode()).isEqualTo(401);

        assertThat(password("patient", "correct horse").statusCode()).isEqualTo(429);
        CLOCK.advance(Limit.SIGN_IN.period());
        assertThat(password("patient", "correct horse").statusCode()).isEqualTo(303);
    }

    @Test
    void wrongCodesAreCountedToo() throws Exception {
        provider.keep(new NewAccount("nurse", "Eva", Set.of(Group.NURSES), "right", SECRET));
        password("nurse", "right");
        for (var tries = 0; tries < 5; tries++) {
            assertThat(browser.submit(browser.get("/sign-in/code"), "/sign-in/code", Map.of("code", "000000"))
                            .statusCode())
                    .isEqualTo(401);
        }
        password("nurse", "right");
        assertThat(browser.submit(browser.get("/sign-in/code"), "/sign-in/code", Map.of("code", codeNow()))
                        .statusCode())
                .isEqualTo(429);
    }

    /// As refused sign-ins, for the trail: whose account it was, or that it was nobody's, and not what was typed.
    @Test
    @Requirement("MON-03")
    void wrongPasswordsAreHandedOverOnce() throws Exception {
        var person = PersonId.next();
        var refused = new ArrayList<Traveller>();
        var rounds = new WrongTryRounds(
                new WrongTryQueue(database.url(), LocalDatabase.signInRole(keys)),
                issuer,
                (by, subject) -> subject.equals(patient.toString()) ? Optional.of(person) : Optional.empty(),
                (who, passage, reason) -> refused.add(who));
        rounds.make();
        refused.clear();

        password("patient", "wrong");
        password("no-such-name", "wrong");
        password("another-such", "wrong");
        rounds.make();
        rounds.make();

        assertThat(refused).hasSize(3);
        assertThat(refused.getFirst().person()).isEqualTo(person);
        assertThat(refused.get(1).person()).isEqualTo(refused.get(2).person()).isNotEqualTo(person);
        assertThat(refused).allSatisfy(who -> assertThat(who.origin().address()).isEqualTo("127.0.0.1"));
        assertThat(refused.toString()).doesNotContain("such", "wrong");
    }

    /// What could not be written comes again.
    @Test
    void aWrongPasswordThatDidNotGetOntoTheTrailStays() throws Exception {
        var queue = new WrongTryQueue(database.url(), LocalDatabase.signInRole(keys));
        password("no-such-name", "wrong");

        assertThatThrownBy(() -> queue.take(wrong -> {
                    throw new IllegalStateException("no database");
                }))
                .hasMessage("no database");

        var taken = new ArrayList<WrongTry>();
        queue.take(taken::add);
        assertThat(taken).isNotEmpty();
    }

    @Test
    void aRecoveryCodeStandsInForTheSecondFactorOnce() throws Exception {
        provider.keep(new NewAccount("loser", "Ida", Set.of(Group.NURSES), "right", SECRET));
        password("loser", "right");
        browser.submit(browser.get("/sign-in/code"), "/sign-in/code", Map.of("code", codeNow()));
        var page = browser.submit(browser.get("/account"), "/account/recovery-codes", Map.of());
        var codes = Pattern.compile("[A-Z2-7]{4}(-[A-Z2-7]{4}){3}")
                .matcher(page.body())
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(codes).hasSize(RecoveryCode.AT_ONCE).doesNotHaveDuplicates();
        assertThat(browser.get("/account").body()).contains("Codes left: 8").doesNotContain(codes.getFirst());

        for (var written : List.of(
                codes.getFirst(), codes.getLast().toLowerCase(Locale.ROOT).replace('-', ' '))) {
            browser = new SignInBrowser(issuer);
            password("loser", "right");
            var claims = idToken(SignInBrowser.location(browser.follow(byRecoveryCode(written))));
            assertThat(claims.getStringClaim("acr")).isEqualTo("mfa");
        }

        browser = new SignInBrowser(issuer);
        password("loser", "right");
        assertThat(byRecoveryCode(codes.getFirst()).statusCode()).as("used").isEqualTo(401);
        assertThat(byRecoveryCode("AAAA-AAAA-AAAA-AAAA").statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> byRecoveryCode(String code) throws IOException, InterruptedException {
        return browser.submit(browser.get("/sign-in/recovery"), "/sign-in/recovery", Map.of("code", code));
    }

    @Test
    void aPasskeyThatNobodyHasMadeOpensNothing() throws Exception {
        var token = browser.get("/sign-in").body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        var challenge = browser.post("/sign-in/passkey/challenge", Map.of("_csrf", token), Map.of());
        assertThat(json(challenge).path("rpId").asString()).isEqualTo("localhost");
        assertThat(json(challenge).path("userVerification").asString()).isEqualTo("required");

        assertThat(browser.get("/account").statusCode()).as("without a sign-in").isEqualTo(303);
        assertThat(browser.post("/account/passkeys/offer", Map.of("_csrf", token), Map.of())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aRequestForAFreshSignInAsksAgainOnce() throws Exception {
        signInWithPassword("patient", "correct horse");
        CLOCK.advance(Duration.ofMinutes(1));
        assertThat(SignInBrowser.location(browser.get(authorize() + "&max_age=600")))
                .as("recent enough")
                .startsWith(CALLBACK);

        for (var wish : List.of("&max_age=30", "&prompt=login")) {
            CLOCK.advance(Duration.ofMinutes(1));
            var wanted = authorize().replace("a-state", "state" + wish.length()) + wish;
            assertThat(SignInBrowser.location(browser.get(wanted))).as(wish).isEqualTo("/sign-in");

            var back = browser.submit(
                    browser.get("/sign-in"), "/sign-in", Map.of("name", "patient", "password", "correct horse"));
            var claims = idToken(SignInBrowser.location(browser.follow(back)));
            assertThat(claims.getDateClaim("auth_time").toInstant())
                    .isEqualTo(CLOCK.instant().truncatedTo(ChronoUnit.SECONDS));
        }
    }

    @Test
    void aRequestWithoutProofKeyOrToAnotherAddressIsRefused() throws Exception {
        signInWithPassword("patient", "correct horse");

        var withoutProof = browser.get(
                "/oauth2/authorize?response_type=code&client_id=visavis&scope=openid&state=s&redirect_uri=" + CALLBACK);
        assertThat(SignInBrowser.location(withoutProof)).contains("error=invalid_request");

        var elsewhere = browser.get(authorize().replace("18080", "18081"));
        assertThat(elsewhere.statusCode()).isEqualTo(400);
        assertThat(elsewhere.body()).contains("That did not work");
    }

    @Test
    void theClientMustKnowItsSecretAndTheProofKey() throws Exception {
        var code = parameter(signInWithPassword("patient", "correct horse"), "code");
        assertThat(exchange(code, VERIFIER, "guess").statusCode()).isEqualTo(401);
        assertThat(exchange(code, VERIFIER.toUpperCase(), SignInProvider.clientSecret(keys))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aCodeThatComesBackIsRefusedAndEndsWhatItOpened() throws Exception {
        var code = parameter(signInWithPassword("patient", "correct horse"), "code");
        var secret = SignInProvider.clientSecret(keys);
        var tokens = json(exchange(code, VERIFIER, secret));
        var bearer = "Bearer " + tokens.path("access_token").asString();
        assertThat(browser.get("/userinfo", "Authorization", bearer).statusCode())
                .isEqualTo(200);

        assertThat(exchange(code, VERIFIER, secret).statusCode()).isEqualTo(400);
        assertThat(renew(tokens.path("refresh_token").asString()).statusCode()).isEqualTo(400);
        assertThat(browser.get("/userinfo", "Authorization", bearer).statusCode())
                .isEqualTo(401);
    }

    @Test
    void nothingButACodeComesByWayOfTheBrowserAndNoProofKeyInTheClear() throws Exception {
        signInWithPassword("patient", "correct horse");
        for (var type : List.of("token", "id_token", "id_token%20token", "code%20id_token", "none")) {
            var answer = browser.get(authorize().replace("response_type=code", "response_type=" + type));
            assertThat(answer.statusCode()).as(type).isEqualTo(400);
        }

        var inTheClear = browser.get(authorize().replace("S256", "plain"));
        assertThat(SignInBrowser.location(inTheClear)).contains("error=invalid_request");
    }

    @Test
    void theClientGetsTokensByACodeOrARefreshTokenAloneAndNotForLong() throws Exception {
        for (var grant : List.of("client_credentials", "password", "urn:ietf:params:oauth:grant-type:device_code")) {
            assertThat(token(Map.of("grant_type", grant, "device_code", "a"), SignInProvider.clientSecret(keys))
                            .statusCode())
                    .as(grant)
                    .isEqualTo(400);
        }

        var settings = Objects.requireNonNull(provider.context()
                        .getBean(RegisteredClientRepository.class)
                        .findByClientId("visavis"))
                .getTokenSettings();
        assertThat(settings.getAuthorizationCodeTimeToLive()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.getRefreshTokenTimeToLive()).isEqualTo(Duration.ofHours(12));

        var token = tokens(signInWithPassword("patient", "correct horse"))
                .path("refresh_token")
                .asString();
        assertThat(json(renew(token)).path("refresh_token").asString())
                .as("the same one, which ends when it was to end")
                .isEqualTo(token);
    }

    @Test
    @Requirement("APP-08")
    void aGroupThatIsTakenAwayIsGoneWithTheNextTokenAndADisabledAccountGetsNone() throws Exception {
        var id = provider.keep(new NewAccount("leaving", "Dee", Set.of(Group.PATIENTS), "right", null));
        var tokens = tokens(signInWithPassword("leaving", "right"));

        provider.accounts().keepGroups(id, Set.of());
        var renewed = renew(tokens.path("refresh_token").asString());
        assertThat(SignedJWT.parse(json(renewed).path("id_token").asString())
                        .getJWTClaimsSet()
                        .getStringListClaim("groups"))
                .isEmpty();

        assertThat(renew(tokens.path("refresh_token").asString()).statusCode())
                .as("when the answer was lost")
                .isEqualTo(200);

        provider.accounts().disable(id);
        assertThat(renew(json(renewed).path("refresh_token").asString()).statusCode())
                .isEqualTo(400);
    }

    @Test
    void aSignInSurvivesARestartOfTheProvider() throws Exception {
        var tokens = tokens(signInWithPassword("patient", "correct horse"));
        provider.close();
        provider = startProvider();

        assertThat(verified(tokens.path("id_token").asString()).getSubject()).isEqualTo(patient.toString());
        assertThat(renew(tokens.path("refresh_token").asString()).statusCode()).isEqualTo(200);
        assertThat(provider.keep(new NewAccount("patient", "Ana", Set.of(Group.PATIENTS), "other", null)))
                .isEqualTo(patient);
    }

    @Test
    void signingOutAtTheApplicationEndsTheSessionHereAndLeadsBack() throws Exception {
        var tokens = tokens(signInWithPassword("patient", "correct horse"));
        assertThat(SignInBrowser.location(browser.get(authorize())))
                .as("signed in")
                .startsWith(CALLBACK);

        var out = browser.get("/connect/logout?post_logout_redirect_uri=" + APPLICATION + "/&id_token_hint="
                + tokens.path("id_token").asString());
        assertThat(out.statusCode()).isEqualTo(302);
        assertThat(SignInBrowser.location(out)).isEqualTo(APPLICATION + "/");
        assertThat(SignInBrowser.location(browser.get(authorize()))).endsWith("/sign-in");
    }

    @Test
    void signingOutEndsASessionWhoseSignInWasRenewedMeanwhile() throws Exception {
        var tokens = tokens(signInWithPassword("patient", "correct horse"));
        for (int times = 0; times < 2; times++) {
            assertThat(json(renew(tokens.path("refresh_token").asString())).has("id_token"))
                    .isTrue();
        }

        var out = browser.get("/connect/logout?post_logout_redirect_uri=" + APPLICATION + "/&id_token_hint="
                + tokens.path("id_token").asString());

        assertThat(SignInBrowser.location(out)).isEqualTo(APPLICATION + "/");
        assertThat(SignInBrowser.location(browser.get(authorize()))).endsWith("/sign-in");
    }

    @Test
    void aLinkWithoutATokenOfTheSignInSignsNobodyOut() throws Exception {
        signInWithPassword("patient", "correct horse");

        assertThat(browser.get("/connect/logout").statusCode()).isEqualTo(400);
        assertThat(browser.get("/connect/logout?client_id=visavis&post_logout_redirect_uri=" + APPLICATION + "/")
                        .statusCode())
                .isEqualTo(400);
        assertThat(SignInBrowser.location(browser.get(authorize())))
                .as("still signed in")
                .startsWith(CALLBACK);
    }

    @Test
    void noAnswerRepeatsItsRequest() throws Exception {
        for (var path : List.of("/sign-in", "/oauth2/token", "/anything")) {
            var answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(issuer + path))
                                    .header("X-Repeat", "CANARY")
                                    .method("TRACE", HttpRequest.BodyPublishers.noBody())
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path).isBetween(400, 499);
            assertThat(answer.body()).doesNotContain("CANARY");
        }
    }

    @Test
    void discoveryNamesEverythingAClientNeeds() throws Exception {
        var discovery = json(browser.get("/.well-known/openid-configuration"));
        assertThat(discovery.path("issuer").asString()).isEqualTo(issuer);
        for (var endpoint : List.of("authorization_endpoint", "token_endpoint", "jwks_uri", "end_session_endpoint")) {
            assertThat(discovery.path(endpoint).asString()).startsWith(issuer);
        }
        assertThat(discovery.path("code_challenge_methods_supported").toString())
                .contains("S256");
    }

    @Test
    void thePagesSpeakTheBrowsersLanguageAndRememberAChoice() throws Exception {
        assertThat(browser.get("/sign-in", "Accept-Language", "es-MX,es;q=0.9,en;q=0.5")
                        .body())
                .contains("<html lang=\"es\">", "Contraseña");
        assertThat(browser.get("/sign-in", "Accept-Language", "fr").body()).contains("<html lang=\"en\">");
        browser.get("/sign-in?lang=es");
        assertThat(browser.get("/sign-in", "Accept-Language", "en").body()).contains("Iniciar sesión");
    }

    @Test
    void thePagesAllowOneScriptOfTheirOwnAndNoStrangerAndAreNotStored() throws Exception {
        var page = browser.get("/sign-in");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';")
                .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'self' " + APPLICATION);
        assertThat(page.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(page.body())
                .contains("autocomplete=\"username\"", "autocomplete=\"current-password\"")
                .containsOnlyOnce("<script")
                .contains("<script type=\"module\" src=\"/passkey.js\"></script>")
                .doesNotContain("style=", "onpaste", "unsafe");
        assertThat(page.headers().allValues("Set-Cookie").toString())
                .contains("visavis-sign-in=", "HttpOnly", "SameSite=Lax");
        assertThat(browser.get("/local.css").statusCode()).isEqualTo(200);
        assertThat(browser.get("/assets/..%2f..%2fapplication.yml").statusCode())
                .isIn(400, 404);
        assertThat(browser.get("/anything").statusCode()).isEqualTo(404);
    }

    @Test
    @Requirement("IAM-10")
    void aStrangerIsAnsweredAsListedAtEveryAddressAndNoAddressIsUnlisted() throws Exception {
        var listed = new TreeMap<String, String>();
        for (var line : new ClassPathResource("sign-in-matrix.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList()) {
            var words = line.split("\\s+");
            listed.put(words[1], words[2]);
            assertThat(strangerAt(words[0], words[1])).as(line).isEqualTo(words[2]);
        }
        assertThat(listed.keySet()).containsExactlyInAnyOrderElementsOf(served());
    }

    private static Set<String> served() {
        var served =
                new TreeSet<>(Set.of("/.well-known/openid-configuration", "/.well-known/oauth-authorization-server"));
        provider.context().getBeansOfType(ServletRegistrationBean.class).values().stream()
                .filter(servlet -> !servlet.getServletName().equals("nothingServlet"))
                .flatMap(servlet -> ((Collection<?>) servlet.getUrlMappings()).stream())
                .forEach(path -> served.add(path.equals("") ? "/" : path.toString()));
        provider.context()
                .getBean(AuthorizationServerSettings.class)
                .getSettings()
                .forEach((name, path) -> {
                    if (name.endsWith("-endpoint")) {
                        served.add(path.toString());
                    }
                });
        return served;
    }

    private static String strangerAt(String method, String path) throws IOException, InterruptedException {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(issuer + path.replace("*", "nothing.css")))
                                .header("Accept", "text/html")
                                .method(method, HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        answer.headers()
                .firstValue("Location")
                .ifPresent(leadsTo -> assertThat(leadsTo).as(path).matches("(" + issuer + ")?/sign-in(\\?stale)?"));
        return answer.statusCode() == 200 ? "ok" : "no";
    }

    @Test
    void aFormWithoutItsTokenBeginsAnew() throws Exception {
        var answer = browser.post("/sign-in", Map.of("name", "patient"), Map.of("password", "correct horse"));
        assertThat(SignInBrowser.location(answer)).isEqualTo("/sign-in?stale");
    }

    @Test
    void staffWithoutASecondFactorCannotBeMade() {
        assertThatThrownBy(() -> new NewAccount("doctor2", "Dr. No", Set.of(Group.DOCTORS), "x", null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTakenPortIsNamed() {
        assertThatThrownBy(SignInModuleTest::startProvider)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("Port " + URI.create(issuer).getPort())
                .hasMessageContaining("--signin-port");
    }

    private static SignInProvider startProvider() {
        var starting = SignInProvider.start(
                new SignInSettings(URI.create(issuer), List.of(APPLICATION), "+1 555 0100", null),
                database,
                keys,
                CLOCK);
        try {
            starting.awaitReady();
            return starting;
        } catch (CannotStart portTaken) {
            starting.close();
            throw portTaken;
        }
    }

    private String codeNow() {
        return OneTimeCode.STANDARD.at(SECRET, OneTimeCode.stepAt(CLOCK.instant()));
    }

    private HttpResponse<String> password(String name, String password) throws IOException, InterruptedException {
        var page = browser.follow(browser.get(authorize()));
        return browser.submit(page, "/sign-in", Map.of("name", name, "password", password));
    }

    private String signInWithPassword(String name, String password) throws IOException, InterruptedException {
        return SignInBrowser.location(browser.follow(password(name, password)));
    }

    private static String authorize() {
        try {
            var challenge = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
            return "/oauth2/authorize?response_type=code&client_id=visavis&scope=openid%20profile&state=a-state&nonce=a-nonce"
                    + "&code_challenge_method=S256&code_challenge=" + challenge + "&redirect_uri=" + CALLBACK;
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private com.nimbusds.jwt.JWTClaimsSet idToken(String back) throws Exception {
        return verified(tokens(back).path("id_token").asString());
    }

    private com.nimbusds.jwt.JWTClaimsSet verified(String token) throws Exception {
        var jwt = SignedJWT.parse(token);
        var published = JWKSet.parse(browser.get("/oauth2/jwks").body())
                .getKeyByKeyId(jwt.getHeader().getKeyID());
        assertThat(jwt.verify(new RSASSAVerifier(published.toRSAKey()))).isTrue();
        assertThat(published.isPrivate()).isFalse();
        return jwt.getJWTClaimsSet();
    }

    private JsonNode tokens(String back) throws Exception {
        var response = exchange(parameter(back, "code"), VERIFIER, SignInProvider.clientSecret(keys));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json(response);
    }

    private static HttpResponse<String> exchange(String code, String verifier, String secret)
            throws IOException, InterruptedException {
        return token(
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        CALLBACK,
                        "code_verifier",
                        verifier),
                secret);
    }

    private static HttpResponse<String> renew(String refreshToken) throws IOException, InterruptedException {
        return token(
                Map.of("grant_type", "refresh_token", "refresh_token", refreshToken),
                SignInProvider.clientSecret(keys));
    }

    private static HttpResponse<String> token(Map<String, String> fields, String secret)
            throws IOException, InterruptedException {
        var credentials = Base64.getEncoder().encodeToString(("visavis:" + secret).getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(issuer + "/oauth2/token"))
                                .header("Authorization", "Basic " + credentials)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(SignInBrowser.form(fields)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    private static String parameter(String address, String name) {
        for (var pair : URI.create(address).getRawQuery().split("&")) {
            if (pair.startsWith(name + "=")) {
                return java.net.URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        throw new AssertionError("no " + name);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
