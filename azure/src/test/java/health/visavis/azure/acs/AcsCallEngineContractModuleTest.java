package health.visavis.azure.acs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.PlatformTest;
import health.visavis.azure.acs.store.AcsLines;
import health.visavis.kernel.TimeSlot;
import health.visavis.kernel.VisitId;
import health.visavis.simulator.AcsSimulator;
import health.visavis.simulator.acs.Rooms;
import health.visavis.simulator.fault.Fault;
import health.visavis.visit.CallCredential.Hosted;
import health.visavis.visit.CallEngine;
import health.visavis.visit.CallEngineContract;
import health.visavis.visit.EngineUnavailable;
import health.visavis.visit.EngineUnavailable.Reason;
import health.visavis.visit.Line;
import health.visavis.visit.LinePlan;
import health.visavis.visit.SeatHolder;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class AcsCallEngineContractModuleTest extends CallEngineContract {

    @Autowired
    private JdbcClient jdbc;

    private final AcsSimulator simulator = SimulatedAcs.simulator();
    private AcsCallEngine engine;

    @BeforeEach
    void makeTheEngine() {
        engine = at(simulator.endpoint(), Duration.ofSeconds(30));
    }

    @AfterEach
    void everythingIsWellAgain() {
        simulator.faults().clear();
        assertThat(simulator.services().exchanges())
                .allSatisfy(exchange -> assertThat(exchange.askedWrongly()).isEmpty());
    }

    @Override
    protected CallEngine engine() {
        return engine;
    }

    @Override
    protected Instant now() {
        return Instant.now();
    }

    @Override
    protected Optional<CallEngine> unansweredEngine() {
        return Optional.of(at(SimulatedAcs.nowhere(), Duration.ofSeconds(30)));
    }

    @Test
    void theClinicianPresentsAndThePatientAttends() {
        var line = engine.open(plan());

        var clinician = engine.enrol(line, holder(line, true));
        var patient = engine.enrol(line, holder(line, false));

        assertThat(room(line).participants())
                .containsOnlyKeys(clinician.reference(), patient.reference())
                .containsEntry(clinician.reference(), "Presenter")
                .containsEntry(patient.reference(), "Attendee");
    }

    @Test
    void theRoomIsOpenForTheWindowOfTheVisitOnly() {
        var plan = plan();

        var room = room(engine.open(plan));

        assertThat(room.from()).isEqualTo(plan.window().start());
        assertThat(room.until()).isEqualTo(plan.window().end());
    }

    @Test
    void aTokenOpensTheRoomAndLivesAsShortAsTheServiceAllows() {
        var line = engine.open(plan());

        var credential = engine.credentialFor(line, engine.enrol(line, holder(line, false)));

        assertThat(admitted(credential)).isTrue();
        assertThat(Duration.between(Instant.now(), credential.expiresAt()))
                .isBetween(Duration.ofMinutes(58), Duration.ofMinutes(60));
    }

    @Test
    void whoWasTakenOffHoldsNothingThatWorks() {
        var line = engine.open(plan());
        var guest = engine.enrol(line, holder(line, false));
        var credential = engine.credentialFor(line, guest);

        engine.remove(line, guest);

        assertThat(admitted(credential)).isFalse();
        assertThat(room(line).participants()).isEmpty();
        assertThat(simulator.services().identities().users()).doesNotContain(guest.reference());
        assertUnavailable(() -> engine.credentialFor(line, guest), Reason.GONE);
    }

    @Test
    void whenTheLineIsClosedNobodyHoldsAnythingThatWorks() {
        var line = engine.open(plan());
        var clinician = engine.enrol(line, holder(line, true));
        var patient = engine.enrol(line, holder(line, false));
        var credential = engine.credentialFor(line, patient);

        engine.close(line);

        assertThat(admitted(credential)).isFalse();
        assertThat(simulator.services().rooms().find(line.reference())).isEmpty();
        assertThat(simulator.services().identities().users())
                .doesNotContain(clinician.reference(), patient.reference());
        assertUnavailable(() -> engine.credentialFor(line, patient), Reason.GONE);
    }

    @Test
    void aGuestOfAnotherLineGetsNoToken() {
        var line = engine.open(plan());
        var guest = engine.enrol(line, holder(line, false));
        var another = engine.open(plan());

        assertUnavailable(() -> engine.credentialFor(another, guest), Reason.GONE);
    }

    @Test
    void aRoomWhoseAnswerGotLostIsTheSameRoomNextTime() {
        var plan = plan();
        var before = simulator.services().rooms().all().size();
        simulator.faults().always("POST /rooms", new Fault.CutAfter());
        assertUnavailable(() -> engine.open(plan), Reason.UNREACHABLE);
        simulator.faults().clear();

        var line = engine.open(plan);

        assertThat(simulator.services().rooms().all()).hasSize(before + 1);
        assertThat(room(line).id()).isEqualTo(line.reference());
    }

    @Test
    void whomAFailedAttemptHasMadeIsUsedAndNotMadeAgain() {
        var line = engine.open(plan());
        var holder = holder(line, false);
        var before = simulator.services().identities().users().size();
        simulator.faults().always("PATCH .*", new Fault.Failed(500));
        assertUnavailable(() -> engine.enrol(line, holder), Reason.FAILED);
        simulator.faults().clear();

        var guest = engine.enrol(line, holder);

        assertThat(simulator.services().identities().users())
                .hasSize(before + 1)
                .contains(guest.reference());
    }

    @Test
    void aUserWhoseAnswerGotLostNeverHasAToken() {
        var before = users();
        var line = engine.open(plan());
        simulator.faults().always("POST /identities", new Fault.CutAfter());

        assertUnavailable(() -> engine.enrol(line, holder(line, false)), Reason.UNREACHABLE);

        simulator.faults().clear();
        assertThat(room(line).participants()).isEmpty();
        var lost = users().stream().filter(user -> !before.contains(user)).toList();
        assertThat(lost).isNotEmpty();
        assertThat(simulator.services().exchanges())
                .noneMatch(exchange -> exchange.request().contains(":issueAccessToken")
                        && lost.stream().anyMatch(exchange.request()::contains));
    }

    @Test
    void whatCouldNotBeDeletedIsSweptAwayLater() {
        var line = engine.open(plan());
        var guest = engine.enrol(line, holder(line, false));
        simulator.faults().always("DELETE /identities/.*", new Fault.Failed(500));
        assertUnavailable(() -> engine.close(line), Reason.FAILED);
        assertThat(simulator.services().identities().users()).contains(guest.reference());
        simulator.faults().clear();

        engine.sweep();

        assertThat(simulator.services().identities().users()).doesNotContain(guest.reference());
    }

    @Test
    void aLineThatNobodyClosedIsSweptAwayAfterItsWindow() {
        var line = engine.open(plan());
        var guest = engine.enrol(line, holder(line, false));
        jdbc.sql("UPDATE acs_room SET valid_until = now() - interval '1 second' WHERE room_id = ?")
                .param(line.reference())
                .update();

        engine.sweep();

        assertThat(simulator.services().rooms().find(line.reference())).isEmpty();
        assertThat(simulator.services().identities().users()).doesNotContain(guest.reference());
    }

    @Test
    void aRoomThatCannotBeDeletedHoldsUpNoOther() {
        var stubborn = engine.open(plan());
        var other = engine.open(plan());
        jdbc.sql("UPDATE acs_room SET valid_until = now() - interval '1 second' WHERE room_id IN (?, ?)")
                .params(stubborn.reference(), other.reference())
                .update();
        simulator.faults().always("DELETE /rooms/" + stubborn.reference() + ".*", new Fault.Failed(400));

        engine.sweep();
        assertThat(simulator.services().rooms().find(other.reference())).isEmpty();
        assertThat(simulator.services().rooms().find(stubborn.reference())).isPresent();

        simulator.faults().clear();
        engine.sweep();
        assertThat(simulator.services().rooms().find(stubborn.reference())).isEmpty();
    }

    @Test
    void theSweepLeavesAVisitThatGoesOnAlone() {
        var line = engine.open(plan());
        var guest = engine.enrol(line, holder(line, false));
        var credential = engine.credentialFor(line, guest);

        engine.sweep();

        assertThat(admitted(credential)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"500, FAILED", "503, OVERLOADED"})
    void aServiceThatIsNotWellIsSaidInTheVisitsWords(int status, Reason reason) {
        simulator.faults().always("POST /rooms", new Fault.Failed(status));

        assertUnavailable(() -> engine.open(plan()), reason);
    }

    @Test
    void aServiceThatAsksForPatienceIsOverloaded() {
        simulator.faults().always("POST /rooms", new Fault.Throttled(Duration.ofMinutes(5)));

        assertUnavailable(() -> engine.open(plan()), Reason.OVERLOADED);
    }

    @Test
    void aServiceThatHangsIsGivenUp() {
        simulator.faults().always("POST /rooms", new Fault.Slow(Duration.ofSeconds(4)));

        assertUnavailable(() -> at(simulator.endpoint(), Duration.ofMillis(100)).open(plan()), Reason.UNREACHABLE);
    }

    private AcsCallEngine at(URI endpoint, Duration patience) {
        return new AcsCallEngine(
                AcsConfiguration.FIRST,
                SimulatedAcs.channelTo(endpoint),
                new AcsLines(jdbc),
                patience,
                Clock.systemUTC());
    }

    private static LinePlan plan() {
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return new LinePlan(VisitId.next(), 1, TimeSlot.starting(now, Duration.ofHours(1)));
    }

    private static SeatHolder holder(Line line, boolean clinician) {
        return new SeatHolder(line.visit(), UUID.randomUUID(), clinician);
    }

    private Rooms.Room room(Line line) {
        return simulator.services().rooms().find(line.reference()).orElseThrow();
    }

    private boolean admitted(Hosted credential) {
        return simulator.services().admits(credential.room(), credential.token().reveal());
    }

    /// Users that exist at the vendor and are not in our books.
    private List<String> users() {
        return List.copyOf(simulator.services().identities().users());
    }

    private static void assertUnavailable(ThrowingCallable call, Reason reason) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        EngineUnavailable.class,
                        failure -> assertThat(failure.reason()).isEqualTo(reason));
    }
}
