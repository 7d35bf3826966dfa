package health.visavis.visit;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.PlatformTest;
import health.visavis.TestDatabase;
import health.visavis.access.Actor;
import health.visavis.kernel.Sensitive;
import health.visavis.kernel.VisitId;
import health.visavis.people.PeopleFixtures;
import health.visavis.scheduling.SchedulingFixtures;
import health.visavis.visit.TakeSeat.SeatOutcome.Taken;
import health.visavis.visit.domain.SeatId;
import health.visavis.visit.domain.TurnPass;
import health.visavis.visit.store.RelayPasses;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What is kept of passes that relays look up. How a relay takes it is tried by `PassesTakenBackModuleTest`.
@PlatformTest
class RelayPassesModuleTest {

    @Autowired
    private PeopleFixtures people;

    @Autowired
    private SchedulingFixtures scheduling;

    @Autowired
    private VisitFixtures visits;

    @Autowired
    private TakeSeat takeSeat;

    @Autowired
    private LeaveSeat leaveSeat;

    @Autowired
    private RelayPasses passes;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Clock clock;

    private final JdbcClient database = JdbcClient.create(TestDatabase.asSuperuser());

    private TurnPasses issuing;
    private Actor patient;
    private VisitId visit;

    @BeforeEach
    void theVisitHasBegun() {
        issuing = TurnPasses.of(new TurnServers.ByDatabase(List.of("turn:192.0.2.1")), passes);
        patient = people.patient();
        visit = visits.begun(patient, scheduling.doctorWithHours());
    }

    @Test
    void thereIsAPassWhileSomebodySits() {
        var seat = sits();

        assertThat(issuing.issue(id(seat), end())).isPresent();
        assertThat(keptFor(seat)).isOne();

        leaveSeat.leave(patient, visit, seat.epoch());

        assertThat(keptFor(seat)).isZero();
        assertThat(issuing.issue(id(seat), end())).isEmpty();
        assertThat(keptFor(seat)).isZero();
    }

    @Test
    void nobodySitsOnASeatThatIsNotThere() {
        assertThat(issuing.issue(SeatId.next(), end())).isEmpty();
    }

    /// The page before may hang up when the person has come back on another one.
    @Test
    void whoCameBackKeepsTheirPass() {
        var former = sits();
        var seat = sits();
        issuing.issue(id(seat), end());

        leaveSeat.leave(patient, visit, former.epoch());
        passes.forget(id(seat));

        assertThat(keptFor(seat)).isOne();
    }

    @Test
    void whoLeavesWhileAPassIsMadeLeavesNone() throws Exception {
        var seat = sits();
        var leaving = new TransactionTemplate(transactions).execute(open -> {
            issuing.issue(id(seat), end());
            var other = CompletableFuture.runAsync(() -> leaveSeat.leave(patient, visit, seat.epoch()));
            assertThat(other).isNotDone();
            return other;
        });

        leaving.get(10, TimeUnit.SECONDS);

        assertThat(keptFor(seat)).isZero();
    }

    @Test
    void passesThatHaveEndedAreForgottenAndOthersAreNot() {
        var seat = sits();
        issuing.issue(id(seat), clock.instant().plus(Duration.ofMinutes(10)));
        issuing.issue(id(seat), clock.instant().plus(Duration.ofMinutes(20)));

        var later = Clock.fixed(clock.instant().plus(Duration.ofMinutes(11)), ZoneOffset.UTC);
        new RelayRounds(passes, later).make();

        assertThat(keptFor(seat)).isOne();
    }

    /// Who reads the table cannot compute another pass of what stands there.
    @Test
    void aPassIsSignedWithASecretOfItsOwn() {
        var seat = id(sits());
        var first = issuing.issue(seat, end()).orElseThrow();
        var second = issuing.issue(seat, end()).orElseThrow();

        assertThat(first.password().reveal()).isNotEqualTo(second.password().reveal());
    }

    @Test
    void passesBySignatureAreKeptNowhere() {
        var seat = sits();
        var signing = TurnPasses.of(
                new TurnServers.BySignature(List.of("turn:192.0.2.1"), Sensitive.of("a-shared-secret")), passes);

        assertThat(signing.issue(id(seat), end()).map(TurnPass::userName))
                .hasValue(end().getEpochSecond() + ":" + seat.id());
        assertThat(keptFor(seat)).isZero();
    }

    private SeatSummary sits() {
        return ((Taken) takeSeat.take(patient, visit)).seat();
    }

    private static SeatId id(SeatSummary seat) {
        return new SeatId(seat.id());
    }

    private static Instant end() {
        return Instant.parse("2099-01-01T00:00:00Z");
    }

    private int keptFor(SeatSummary seat) {
        return database.sql("SELECT count(*) FROM visit_relay_pass WHERE seat_id = ?")
                .param(seat.id())
                .query(Integer.class)
                .single();
    }
}
