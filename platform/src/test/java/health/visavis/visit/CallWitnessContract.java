package health.visavis.visit;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.TestDatabase;
import health.visavis.kernel.VisitId;
import health.visavis.visit.CallSeen.Attendance;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What every witness of calls tells, whoever it is: the same happenings are the same report, so that their records are
/// the same too.
public abstract class CallWitnessContract {

    protected static final Instant NOON = Instant.parse("2026-11-22T17:00:00Z");

    protected final JdbcClient database = JdbcClient.create(TestDatabase.asSuperuser());
    protected final VisitId visit = VisitId.next();
    private final UUID patient = UUID.randomUUID();
    private final UUID clinician = UUID.randomUUID();

    protected abstract CallWitness witness();

    protected abstract EngineName engine();

    /// A call of [#visit] on its first rung, as this witness comes to know it.
    protected abstract void happened(CallSeen call);

    @BeforeEach
    void aVisitWithTwoSeats() {
        database.sql("""
                        INSERT INTO encounter (id, patient_id, clinician_id, slot, status, started_at, finished_at)
                        VALUES (?, ?, ?, tstzrange(?, ?), 'finished', ?, ?)
                        """)
                .params(
                        visit.value(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        at(NOON),
                        at(NOON.plusSeconds(1_800)),
                        at(NOON),
                        at(NOON.plusSeconds(1_200)))
                .update();
        seat(patient, "PATIENT");
        seat(clinician, "CLINICIAN");
    }

    @Test
    void tellsWhenACallWasAndWhoWasThere() {
        var call = new CallSeen(
                NOON,
                NOON.plusSeconds(1_200),
                List.of(
                        new Attendance(clinician, NOON.plusSeconds(2), NOON.plusSeconds(1_200)),
                        new Attendance(patient, NOON.plusSeconds(5), NOON.plusSeconds(1_190))));
        happened(call);

        assertThat(witness().watches(engine())).isTrue();
        assertThat(witness().of(visit, 1)).contains(call);
    }

    @Test
    void whoCameBackWasThereTwice() {
        var call = new CallSeen(
                NOON,
                NOON.plusSeconds(600),
                List.of(
                        new Attendance(patient, NOON.plusSeconds(5), NOON.plusSeconds(100)),
                        new Attendance(patient, NOON.plusSeconds(130), NOON.plusSeconds(590))));
        happened(call);

        assertThat(witness().of(visit, 1)).contains(call);
    }

    @Test
    void knowsNothingOfCallsThatWereNot() {
        assertThat(witness().of(VisitId.next(), 1)).isEmpty();
        assertThat(witness().of(visit, 2)).isEmpty();
    }

    private void seat(UUID seat, String part) {
        database.sql("""
                        INSERT INTO visit_seat (id, visit_id, person_id, part, epoch, taken_at, left_at)
                        VALUES (?, ?, ?, ?, 1, ?, ?)
                        """)
                .params(seat, visit.value(), UUID.randomUUID(), part, at(NOON), at(NOON))
                .update();
    }

    protected static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
