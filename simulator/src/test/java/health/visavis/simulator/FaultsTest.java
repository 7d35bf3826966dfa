package health.visavis.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.simulator.fault.Fault;
import health.visavis.simulator.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private static AcsSimulator simulator;
    private static Caller caller;

    @BeforeAll
    static void start() {
        simulator = AcsSimulator.start(AcsSimulator.Ports.FREE, Clock.systemUTC());
        caller = new Caller(simulator);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @AfterEach
    void everythingIsWellAgain() {
        simulator.faults().clear();
    }

    @Test
    void aThrottledRequestIsToldHowLongToWait() {
        simulator.faults().once("POST /identities", new Fault.Throttled(Duration.ofSeconds(3)));

        var answer = create();

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isEqualTo("3");
        assertThat(create().status()).isEqualTo(201);
    }

    @Test
    void aFailureCountsDownItsTimes() {
        simulator.faults().once("GET /rooms", new Fault.Failed(503));
        simulator.faults().once("GET /rooms", new Fault.Failed(500));

        assertThat(rooms()).isEqualTo(503);
        assertThat(rooms()).isEqualTo(500);
        assertThat(rooms()).isEqualTo(200);
    }

    @Test
    void aConnectionCutBeforeHasDoneNothing() {
        var before = simulator.services().identities().users().size();
        simulator.faults().always("POST /identities", new Fault.CutBefore());

        assertThatThrownBy(FaultsTest::create).isInstanceOf(UncheckedIOException.class);

        assertThat(simulator.services().identities().users()).hasSize(before);
    }

    @Test
    void aConnectionCutAfterHasDoneIt() {
        var before = simulator.services().identities().users().size();
        simulator.faults().once("POST /identities", new Fault.CutAfter());

        assertThatThrownBy(FaultsTest::create).isInstanceOf(UncheckedIOException.class);

        assertThat(simulator.services().identities().users()).hasSize(before + 1);
    }

    @Test
    void aDrillSwitchesOverHttp() throws Exception {
        assertThat(control("POST", "/faults", "{\"requests\":\"GET /rooms\",\"fault\":\"failed\",\"status\":500}"))
                .isEqualTo(204);
        assertThat(rooms()).isEqualTo(500);
        assertThat(control("POST", "/faults", "{\"fault\":\"earthquake\"}")).isEqualTo(400);

        assertThat(control("DELETE", "/faults", "")).isEqualTo(204);

        assertThat(rooms()).isEqualTo(200);
        assertThat(control("GET", "/exchanges", "")).isEqualTo(200);
        assertThat(control("GET", "/state", "")).isEqualTo(200);
    }

    @Test
    void aTokenOpensItsRoomUntilItIsRevoked() {
        var created = caller.send(
                        "POST", "/identities?api-version=2023-10-01", "{\"createTokenWithScopes\":[\"voip.join\"]}")
                .json();
        var user = created.at("/identity/id").asText();
        var token = created.at("/accessToken/token").asText();
        var body = Json.object();
        body.putObject("participants").putObject(user).put("role", "Attendee");
        var room = caller.send("POST", "/rooms?api-version=2024-04-15", body.toString())
                .json()
                .path("id")
                .asText();
        assertThat(simulator.services().admits(room, token)).isTrue();

        caller.send("POST", "/identities/" + user + "/:revokeAccessTokens?api-version=2023-10-01", null);

        assertThat(simulator.services().admits(room, token)).isFalse();
    }

    private static Caller.Heard create() {
        return caller.send("POST", "/identities?api-version=2023-10-01", "{}");
    }

    private static int rooms() {
        return caller.send("GET", "/rooms?api-version=2024-04-15", null).status();
    }

    private static int control(String method, String path, String body) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(simulator.controls() + path))
                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }
}
