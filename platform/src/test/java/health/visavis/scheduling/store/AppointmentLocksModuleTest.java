package health.visavis.scheduling.store;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.PlatformTest;
import health.visavis.TestDatabase;
import health.visavis.access.Actor;
import health.visavis.people.PeopleFixtures;
import health.visavis.scheduling.AppointmentSummary;
import health.visavis.scheduling.ChangeOutcome;
import health.visavis.scheduling.ConfirmAppointment;
import health.visavis.scheduling.MoveAppointment;
import health.visavis.scheduling.MoveOutcome;
import health.visavis.scheduling.SchedulingFixtures;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/// Who changes an appointment waits for whoever changes another of the same clinician or the same patient: two of
/// them would otherwise check each other's times at once and deadlock.
@PlatformTest
class AppointmentLocksModuleTest {

    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))";

    @Autowired
    SchedulingFixtures scheduling;

    @Autowired
    PeopleFixtures people;

    @Autowired
    ConfirmAppointment confirmAppointment;

    @Autowired
    MoveAppointment moveAppointment;

    private final JdbcTemplate database = new JdbcTemplate(TestDatabase.asSuperuser());

    private Actor doctor;
    private AppointmentSummary requested;

    @BeforeEach
    void aRequest() {
        doctor = scheduling.doctorWithHours();
        requested = scheduling.requestedBy(people.patient(), doctor);
    }

    static Stream<String> sides() {
        return Stream.of("clinician", "patient");
    }

    @ParameterizedTest
    @MethodSource("sides")
    void aConfirmationWaitsForAChangeOfTheSame(String side) throws Exception {
        assertThat(afterHolding(side, () -> confirmAppointment.confirm(doctor, requested.revision())))
                .isInstanceOf(ChangeOutcome.Changed.class);
    }

    @ParameterizedTest
    @MethodSource("sides")
    void aMoveWaitsForAChangeOfTheSame(String side) throws Exception {
        var free = scheduling.freeTimes(doctor).getLast().start();

        assertThat(afterHolding(side, () -> moveAppointment.move(doctor, requested.revision(), free)))
                .isInstanceOf(MoveOutcome.Moved.class);
    }

    /// The answer to an act that had to wait for a lock of this test.
    private <T> T afterHolding(String side, Callable<T> act) throws Exception {
        var name = side + " " + (side.equals("patient") ? requested.patient() : requested.clinician());
        try (var other = TestDatabase.asSuperuser().getConnection();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = heldWhile(other, name, () -> {
                var started = threads.submit(act);
                Awaitility.await("a wait for " + side)
                        .atMost(Duration.ofSeconds(30))
                        .until(() -> somebodyWaitsFor(other) || started.isDone());
                assertThat(started.isDone()).as("went on without the lock").isFalse();
                return started;
            });
            return waiting.get();
        }
    }

    private static <T> Future<T> heldWhile(Connection connection, String name, Callable<Future<T>> act)
            throws Exception {
        connection.setAutoCommit(false);
        try (var lock = connection.prepareStatement(LOCK)) {
            lock.setString(1, name);
            lock.execute();
            return act.call();
        } finally {
            connection.rollback();
        }
    }

    private boolean somebodyWaitsFor(Connection holder) throws SQLException {
        return database.queryForObject(
                "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE ? = ANY (pg_blocking_pids(pid)))",
                Boolean.class,
                holder.unwrap(org.postgresql.PGConnection.class).getBackendPID());
    }
}
