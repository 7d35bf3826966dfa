package health.visavis.azure.acs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.exception.ClientAuthenticationException;
import health.visavis.azure.acs.AcsProblem.Kind;
import health.visavis.azure.http.AzureHttp;
import health.visavis.kernel.TimeSlot;
import health.visavis.simulator.AcsSimulator;
import health.visavis.simulator.acs.Paging;
import health.visavis.simulator.fault.Fault;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import reactor.core.publisher.Mono;

@ExtendWith(OutputCaptureExtension.class)
class AcsChannelTest {

    private static final Clock CLOCK = Clock.systemUTC();

    private final AcsSimulator simulator = SimulatedAcs.simulator();
    private final AcsChannel channel = SimulatedAcs.channel();
    private final AcsIdentities identities = new AcsIdentities(channel);
    private final AcsRooms rooms = new AcsRooms(channel);

    @AfterEach
    void everythingIsWellAgain() {
        simulator.faults().clear();
        simulator.services().rooms().paging(new Paging(100, false));
    }

    @Test
    void neitherRequestsNorTokensAreLogged(CapturedOutput output) {
        var user = identities.create();
        var token = identities.issue(user);

        assertThat(output).doesNotContain(user.value(), token.value().reveal());
        assertThat(token.toString()).doesNotContain(token.value().reveal());
    }

    @Test
    void aMomentOfTroubleIsNotNoticed() {
        simulator.faults().once("POST /identities", new Fault.Failed(500));
        simulator.faults().once("POST /identities", new Fault.Throttled(Duration.ZERO));

        var user = identities.create();

        assertThat(simulator.services().identities().users()).contains(user.value());
    }

    @Test
    void aServiceThatAsksForMoreTimeThanThereIsIsNotWaitedFor() {
        var asked = simulator.services().exchanges().size();
        simulator.faults().always("POST /identities", new Fault.Throttled(Duration.ofMinutes(10)));

        assertProblem(identities::create, Kind.BUSY);

        assertThat(simulator.services().exchanges()).hasSize(asked + 1);
    }

    @ParameterizedTest
    @CsvSource({"500, FAILED", "501, FAILED", "502, FAILED", "503, BUSY", "504, UNREACHABLE"})
    void aFailureThatLastsIsAProblemOfItsKind(int status, Kind kind) {
        simulator.faults().always("POST /identities", new Fault.Failed(status));

        assertProblem(identities::create, kind);
    }

    @Test
    void aBrokenConnectionIsAProblem() {
        simulator.faults().always("POST /identities", new Fault.CutBefore());

        assertProblem(identities::create, Kind.UNREACHABLE);
    }

    @Test
    void anAnswerThatDoesNotComeIsAProblem() {
        var settings = SimulatedAcs.settings(simulator.endpoint());
        var impatient = new AcsSettings(
                settings.endpoint(),
                null,
                "",
                "",
                settings.connectWithin(),
                Duration.ofMillis(50),
                0,
                settings.pause(),
                settings.longestPause(),
                settings.patience(),
                Duration.ZERO);
        var identity = SimulatedAcs.identity();
        var client = AzureHttp.client(
                impatient.connectWithin(),
                impatient.answerWithin(),
                simulator.certificate().forClients());
        simulator.faults().always("POST /identities", new Fault.Slow(Duration.ofSeconds(2)));

        assertProblem(
                () -> new AcsIdentities(new AcsChannel(simulator.endpoint(), client, identity, impatient)).create(),
                Kind.UNREACHABLE);
    }

    @Test
    void aTokenThatIsNotAcceptedIsARefusal() {
        TokenCredential forged = request ->
                Mono.just(new AccessToken("forged", OffsetDateTime.now(CLOCK).plusHours(1)));

        assertProblem(() -> with(forged).create(), Kind.REFUSED);
    }

    @Test
    void anIdentityThatEntraDoesNotKnowIsARefusal() {
        TokenCredential unknown = request -> Mono.error(new ClientAuthenticationException("AADSTS700016", null));

        assertProblem(() -> with(unknown).create(), Kind.REFUSED);
    }

    @Test
    void aRoomWithManyPeopleIsReadToItsEnd() {
        var room = room();
        var users = new HashSet<AcsUserId>();
        for (var number = 0; number < 5; number++) {
            var user = identities.create();
            rooms.let(room, user, AcsRooms.Role.ATTENDEE);
            users.add(user);
        }
        simulator.services().rooms().paging(new Paging(2, true));

        assertThat(rooms.participants(room).keySet()).isEqualTo(users);
    }

    @Test
    void aRoleIsKeptAndARemovalRemoves() {
        var room = room();
        var user = identities.create();
        rooms.let(room, user, AcsRooms.Role.PRESENTER);
        assertThat(rooms.participants(room)).containsEntry(user, AcsRooms.Role.PRESENTER);

        rooms.remove(room, user);
        rooms.remove(room, user);

        assertThat(rooms.participants(room)).isEmpty();
    }

    @Test
    void aRequestThatIsRepeatedMakesOneRoom() {
        var requestId = UUID.randomUUID();
        var now = CLOCK.instant();
        var open = TimeSlot.starting(now, Duration.ofHours(1));
        var before = simulator.services().rooms().all().size();
        simulator.faults().once("POST /rooms", new Fault.CutAfter());

        var room = rooms.create(open, requestId, now);

        assertThat(rooms.create(open, requestId, now)).isEqualTo(room);
        assertThat(simulator.services().rooms().all()).hasSize(before + 1);
    }

    @Test
    void aTelephoneRingsOnceThoughTheAnswerGotLost() {
        var calls = new AcsCallAutomation(channel, CLOCK);
        var call = calls.connect(
                UUID.randomUUID(), CLOCK.instant(), room(), URI.create("https://visavis.invalid/azure/calls"));
        simulator.faults().once("POST /calling/.*participants:add", new Fault.CutAfter());
        var before = simulator.services().callbacks().events().size();

        calls.ring(UUID.randomUUID(), call.connectionId(), "+14255550123", AcsSimulator.NUMBER, "ring");

        assertThat(simulator.services().callbacks().events()).hasSize(before + 1);
    }

    @Test
    void whatIsGoneIsGone() {
        assertProblem(() -> rooms.delete(new AcsRoomId("99199690362660524")), Kind.GONE);
        assertProblem(
                () -> identities.delete(new AcsUserId(
                        "8:acs:2dee53b4-368b-45b4-ab52-8493fb117652_00000005-14a2-493b-8a72-5a3a0d000081")),
                Kind.GONE);
    }

    @Test
    void aWindowThatIsTooLongIsInvalidAndTheProblemSaysNothingOfUs() {
        var now = CLOCK.instant();

        assertThatThrownBy(() -> rooms.create(TimeSlot.starting(now, Duration.ofDays(181)), UUID.randomUUID(), now))
                .hasMessage("CREATE_ROOM was answered with 400 BadRequest")
                .hasNoCause();
    }

    @Test
    void anIdentifierThatWouldChangeThePathIsNotSent() {
        assertThatThrownBy(() -> channel.send(new AcsRequest(AcsOperation.STOP_RECORDING).about("../../rooms/1")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNextPageAtAnotherHostIsNotAskedFor() {
        assertProblem(
                () -> channel.send(new AcsRequest(AcsOperation.LIST_PARTICIPANTS)
                        .at(URI.create("https://elsewhere.invalid/rooms/1/participants"))),
                Kind.FAILED);
    }

    private AcsIdentities with(TokenCredential credential) {
        return new AcsIdentities(new AcsChannel(
                simulator.endpoint(), SimulatedAcs.client(), credential, SimulatedAcs.settings(simulator.endpoint())));
    }

    private AcsRoomId room() {
        var now = CLOCK.instant();
        return rooms.create(TimeSlot.starting(now, Duration.ofHours(1)), UUID.randomUUID(), now);
    }

    private static void assertProblem(ThrowingCallable call, Kind kind) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        AcsProblem.class, problem -> assertThat(problem.kind()).isEqualTo(kind));
    }
}
