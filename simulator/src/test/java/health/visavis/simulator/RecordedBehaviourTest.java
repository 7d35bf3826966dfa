package health.visavis.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.visavis.simulator.acs.CommunicationServices.Exchange;
import health.visavis.simulator.acs.Paging;
import health.visavis.simulator.http.Json;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The services answer as Microsoft's were recorded to, in the tests of Microsoft's own client libraries (the
/// `recordings` and `session-records` folders of azure-sdk-for-js, -java, -python and -net).
class RecordedBehaviourTest {

    private static final Clock CLOCK = Clock.systemUTC();
    private static AcsSimulator simulator;
    private static Caller caller;

    @BeforeAll
    static void start() {
        simulator = AcsSimulator.start(AcsSimulator.Ports.FREE, CLOCK);
        caller = new Caller(simulator);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @AfterEach
    void everyAnswerWasAsDefined() {
        assertThat(simulator.services().exchanges())
                .allSatisfy(exchange -> assertThat(exchange.answeredWrongly())
                        .as(exchange.request())
                        .isEmpty());
        simulator.services().rooms().paging(new Paging(100, false));
        simulator.services().forgetExchanges();
    }

    @ParameterizedTest
    @ValueSource(ints = {59, 1441})
    void aLifetimeOutsideOfSixtyTo1440MinutesIsRefused(int minutes) {
        var answer = caller.send(
                "POST",
                "/identities?api-version=2023-10-01",
                "{\"createTokenWithScopes\":[\"voip.join\"],\"expiresInMinutes\":%d}".formatted(minutes));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error("code")).isEqualTo("ValidationError");
        assertThat(answer.error("target")).isEqualTo("ExpiresInMinutes");
        assertThat(answer.error("message"))
                .isEqualTo("ExpiresInMinutes value %d is invalid. Value must be within the [60, 1440] interval."
                        .formatted(minutes));
        assertThat(last().askedWrongly()).isNotEmpty();
    }

    @Test
    void aTokenWithoutScopesIsRefused() {
        var answer = caller.send(
                "POST", "/identities/" + user() + "/:issueAccessToken?api-version=2023-10-01", "{\"scopes\":null}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error("message")).isEqualTo("Scopes: The Scopes field is required.");
    }

    @Test
    void aDeletedUserBelongsToNobody() {
        var user = user();
        assertThat(caller.send("DELETE", "/identities/" + user + "?api-version=2023-10-01", null)
                        .status())
                .isEqualTo(204);

        var answer = caller.send("POST", "/identities/" + user + "/:revokeAccessTokens?api-version=2023-10-01", null);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.error("code")).isEqualTo("IdentityNotOwned");
    }

    @Test
    void whoAsksTwiceForAUserHasTwo() {
        assertThat(user()).isNotEqualTo(user());
    }

    @Test
    void aRequestWithoutABearerTokenIsDenied() {
        var answer = caller.sendAs(null, "POST", "/rooms?api-version=2024-04-15", "{}", Map.of());

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.error("message")).isEqualTo("Denied by the resource provider.");
    }

    @Test
    void theOlderSignatureIsDeniedSinceLocalAuthenticationIsOff() {
        var answer = caller.sendAs(
                "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=AAAA",
                "POST",
                "/rooms?api-version=2024-04-15",
                "{}",
                Map.of());

        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void aTokenForAnotherServiceIsDenied() {
        var token = simulator
                .entra()
                .tokenFor(
                        Caller.TENANT,
                        "https://vault.azure.net",
                        Map.of(),
                        CLOCK.instant().plus(Duration.ofHours(1)));

        assertThat(caller.sendAs("Bearer " + token, "GET", "/rooms?api-version=2024-04-15", null, Map.of())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void anExpiredTokenIsDenied() {
        var token = simulator
                .entra()
                .tokenFor(
                        Caller.TENANT,
                        "https://communication.azure.com/",
                        Map.of(),
                        CLOCK.instant().minusSeconds(1));

        assertThat(caller.sendAs("Bearer " + token, "GET", "/rooms?api-version=2024-04-15", null, Map.of())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aRoomForMoreThanHalfAYearIsRefused() {
        var now = CLOCK.instant();
        var answer = caller.send(
                "POST",
                "/rooms?api-version=2024-04-15",
                "{\"validFrom\":\"%s\",\"validUntil\":\"%s\"}".formatted(now, now.plus(Duration.ofDays(181))));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/error/details/0/target").asText()).isEqualTo("ValidUntil");
        assertThat(answer.json().at("/error/details/0/message").asText())
                .isEqualTo("The time range is incorrect, or larger than 180 days.");
    }

    @Test
    void aRoomThatIsOverIsRefused() {
        var now = CLOCK.instant();
        var answer = caller.send(
                "POST",
                "/rooms?api-version=2024-04-15",
                "{\"validFrom\":\"%s\",\"validUntil\":\"%s\"}"
                        .formatted(now.minus(Duration.ofHours(2)), now.minus(Duration.ofHours(1))));

        assertThat(answer.json().at("/error/details/0/message").asText())
                .isEqualTo("The time range end is in the past.");
    }

    @Test
    void aRoomThatBeginsInMoreThanHalfAYearIsRefused() {
        var answer = caller.send(
                "POST",
                "/rooms?api-version=2024-04-15",
                "{\"validFrom\":\"%s\"}".formatted(CLOCK.instant().plus(Duration.ofDays(181))));

        assertThat(answer.json().at("/error/details/0/target").asText()).isEqualTo("ValidFrom");
    }

    @Test
    void aMalformedIdentifierIsRefused() {
        var created = caller.send(
                "POST", "/rooms?api-version=2024-04-15", "{\"participants\":{\"invalid\":{\"role\":\"Presenter\"}}}");
        var removed = caller.patch("/rooms/" + room() + "/participants", "{\"participants\":{\"invalid_mri\":null}}");

        assertThat(created.error("message")).isEqualTo("Invalid format for communication identifier.");
        assertThat(removed.error("message")).isEqualTo("Invalid value for the Participants.");
    }

    @ParameterizedTest
    @CsvSource({
        "non-existingroomId, 400, BadRequest, Invalid room ID.",
        "12345, 400, BadRequest, Invalid room ID length.",
        "99199690362660524, 404, NotFound, The server cannot find the requested resource."
    })
    void aRoomThatIsNotThereIsNotThere(String id, int status, String code, String message) {
        for (var method : new String[] {"GET", "DELETE"}) {
            var answer = caller.send(method, "/rooms/" + id + "?api-version=2024-04-15", null);

            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.error("code")).isEqualTo(code);
            assertThat(answer.error("message")).isEqualTo(message);
        }
    }

    @Test
    void aRepeatedRequestMakesNoSecondRoom() {
        var headers = Map.of(
                "Repeatability-Request-ID",
                UUID.randomUUID().toString(),
                "Repeatability-First-Sent",
                "Tue, 18 Jul 2023 00:39:10 GMT");
        var before = simulator.services().rooms().all().size();

        var first = caller.sendAs(caller.bearer(), "POST", "/rooms?api-version=2024-04-15", "{}", headers);
        var second = caller.sendAs(caller.bearer(), "POST", "/rooms?api-version=2024-04-15", "{}", headers);

        assertThat(second.json().path("id")).isEqualTo(first.json().path("id"));
        assertThat(simulator.services().rooms().all()).hasSize(before + 1);
    }

    @Test
    void aNullInAMergePatchRemovesEvenWhoIsNotThere() {
        var room = room();
        var user = user();
        assertThat(caller.patch(
                                "/rooms/" + room + "/participants",
                                "{\"participants\":{\"%s\":{\"role\":\"Presenter\"}}}".formatted(user))
                        .status())
                .isEqualTo(200);
        assertThat(participants(room)).containsExactly(user);

        var removal = "{\"participants\":{\"%s\":null}}".formatted(user);
        assertThat(caller.patch("/rooms/" + room + "/participants", removal).status())
                .isEqualTo(200);
        assertThat(caller.patch("/rooms/" + room + "/participants", removal).json())
                .isEmpty();

        assertThat(participants(room)).isEmpty();
        assertThat(last().askedWrongly()).isEmpty();
    }

    @Test
    void aListHasPagesAndTheFirstMayBeEmpty() {
        simulator.services().rooms().paging(new Paging(2, true));
        var made = new HashSet<String>();
        for (var number = 0; number < 5; number++) {
            made.add(room());
        }

        var found = new HashSet<String>();
        var pages = 0;
        var next = "/rooms?api-version=2024-04-15";
        while (!next.isEmpty()) {
            var page = caller.send("GET", next, null).json();
            page.path("value").forEach(room -> found.add(room.path("id").asText()));
            next = page.path("nextLink").asText("").replace(simulator.endpoint().toString(), "");
            pages++;
        }

        assertThat(found).containsAll(made);
        assertThat(pages).isGreaterThan(3);
    }

    @Test
    void anUnknownVersionIsRefused() {
        var answer = caller.send("POST", "/rooms?api-version=2019-01-01", "{}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error("code")).isEqualTo("UnsupportedApiVersion");
    }

    @ParameterizedTest
    @CsvSource({"12345, 400", "+18005550199, 401"})
    void anSmsFromANumberOfSomebodyElseIsRefused(String from, int status) {
        assertThat(sms(from, "+14255550123").status()).isEqualTo(status);
    }

    @Test
    void anSmsToNowhereIsAcceptedAsAWholeAndRefusedForTheRecipient() {
        var answer = sms(AcsSimulator.NUMBER, "1234");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().at("/value/0/successful").asBoolean()).isFalse();
        assertThat(answer.json().at("/value/0/errorMessage").asText()).isEqualTo("Invalid To phone number format.");
    }

    @Test
    void aMailFromADomainThatIsNotLinkedIsRefused() {
        var answer = mail("visits@elsewhere.invalid");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.error("code")).isEqualTo("DomainNotLinked");
    }

    @Test
    void aMailIsAcceptedThenRunsThenSucceeds() {
        var accepted = mail("visits@" + AcsSimulator.MAIL_DOMAIN);
        var id = accepted.json().path("id").asText();

        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.header("Operation-Location")).contains("/emails/operations/" + id);
        assertThat(accepted.json().has("error")).isTrue();
        assertThat(operation(id)).isEqualTo("Running");
        assertThat(operation(id)).isEqualTo("Succeeded");
    }

    @Test
    void aRecordingThatIsOverIsNotFound() {
        var answer = caller.send("GET", "/calling/recordings/eyJQ?api-version=2024-04-15", null);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.error("code")).isEqualTo("8522");
        assertThat(answer.error("message")).isEqualTo("Recording not found.");
    }

    private static Exchange last() {
        return simulator.services().exchanges().getLast();
    }

    private static String user() {
        return caller.send("POST", "/identities?api-version=2023-10-01", "{}")
                .json()
                .at("/identity/id")
                .asText();
    }

    private static String room() {
        return caller.send("POST", "/rooms?api-version=2024-04-15", "{}")
                .json()
                .path("id")
                .asText();
    }

    private static HashSet<String> participants(String room) {
        var found = new HashSet<String>();
        caller.send("GET", "/rooms/" + room + "/participants?api-version=2024-04-15", null)
                .json()
                .path("value")
                .forEach(entry -> found.add(entry.path("rawId").asText()));
        return found;
    }

    private static Caller.Heard sms(String from, String to) {
        var body = Json.object().put("from", from).put("message", "A visit begins soon");
        body.putArray("smsRecipients").addObject().put("to", to);
        return caller.send("POST", "/sms?api-version=2021-03-07", body.toString());
    }

    private static Caller.Heard mail(String sender) {
        var body = Json.object().put("senderAddress", sender);
        body.putObject("content").put("subject", "Your visit").put("plainText", "Soon");
        body.putObject("recipients").putArray("to").addObject().put("address", "somebody@example.invalid");
        return caller.send("POST", "/emails:send?api-version=2023-03-31", body.toString());
    }

    private static String operation(String id) {
        JsonNode status = caller.send("GET", "/emails/operations/" + id + "?api-version=2023-03-31", null)
                .json();
        return status.path("status").asText();
    }
}
