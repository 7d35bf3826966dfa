package health.visavis.visit.domain;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.kernel.AppointmentId;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.TimeSlot;
import health.visavis.kernel.VisitId;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EncounterTest {

    private static final Instant NOON = Instant.parse("2026-11-24T17:00:00Z");
    private static final TimeSlot SLOT = new TimeSlot(NOON, NOON.plus(Duration.ofMinutes(20)));
    private static final TimeSlot LATER = new TimeSlot(NOON.plusSeconds(3600), NOON.plusSeconds(4800));

    private final AppointmentId appointment = AppointmentId.next();
    private final VisitId id = new VisitId(appointment.value());
    private final VisitPlan plan = new VisitPlan(appointment, PatientId.next(), ClinicianId.next(), SLOT);
    private final Encounter.Planned planned = new Encounter.Planned(id, plan);
    private final Call.Open line = new Call.NotOpened(id).open("direct", NOON);

    @Test
    void aPatientWhoArrivesWaitsFromThenOn() {
        assertThat(planned.arrive(NOON)).isEqualTo(new Encounter.Arrived(id, plan, NOON));
    }

    @Test
    void aPatientWhoLeavesTheWaitingRoomMayComeBack() {
        assertThat(planned.arrive(NOON).leave().arrive(NOON.plusSeconds(60)).waitingSince())
                .isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void anAdmittedPatientIsInTheVisit() {
        assertThat(planned.arrive(NOON).admit(NOON.plusSeconds(5)))
                .isEqualTo(new Encounter.InProgress(id, plan, NOON.plusSeconds(5)));
    }

    @Test
    void aPatientWhoIsPutBackWaitsFromThenOn() {
        var back = planned.arrive(NOON).admit(NOON.plusSeconds(5)).returnToWaiting(NOON.plusSeconds(90));
        assertThat(back).isEqualTo(new Encounter.Arrived(id, plan, NOON.plusSeconds(90)));
    }

    @Test
    void aFinishedVisitStartedWhenItsLineWasOpenedNotWhenThePatientWasLastAdmitted() {
        var finished = planned.arrive(NOON)
                .admit(NOON.plusSeconds(1))
                .returnToWaiting(NOON.plusSeconds(2))
                .admit(NOON.plusSeconds(3))
                .finish(line, NOON.plusSeconds(900));
        assertThat(finished).isEqualTo(new Encounter.Finished(id, plan, NOON, NOON.plusSeconds(900)));
    }

    @Test
    void aVisitThatBeganFinishesAlsoWhenThePatientIsBackInTheWaitingRoomOrGone() {
        assertThat(planned.arrive(NOON).finish(line, NOON).startedAt()).isEqualTo(NOON);
        assertThat(planned.finish(line, NOON).startedAt()).isEqualTo(NOON);
    }

    @Test
    void aVisitCanBeCancelledUntilThePatientIsAdmitted() {
        assertThat(planned.cancel(NOON)).isEqualTo(new Encounter.Cancelled(id, plan, NOON));
        assertThat(planned.arrive(NOON).cancel(NOON)).isEqualTo(new Encounter.Cancelled(id, plan, NOON));
    }

    @Test
    void aVisitMovesWithItsAppointment() {
        assertThat(planned.move(LATER).plan().slot()).isEqualTo(LATER);
        assertThat(planned.arrive(NOON).move(LATER)).isEqualTo(new Encounter.Arrived(id, plan.at(LATER), NOON));
    }

    @Test
    void aVisitWithdrawnForANewTimeIsPlannedAgainAtThatTime() {
        var again = planned.cancel(NOON).planAgain(LATER);

        assertThat(again.id()).isEqualTo(id);
        assertThat(again.plan()).isEqualTo(plan.at(LATER));
    }

    /// The whole table of moves: whoever adds one has to come by here.
    @Test
    void noOtherMoveExists() {
        assertThat(leaves(Encounter.class)
                        .distinct()
                        .collect(Collectors.toMap(Class::getSimpleName, EncounterTest::moves)))
                .isEqualTo(Map.of(
                        "Planned", Set.of("arrive", "cancel", "finish", "move"),
                        "Arrived", Set.of("admit", "cancel", "finish", "leave", "move"),
                        "InProgress", Set.of("finish", "returnToWaiting"),
                        "Finished", Set.of(),
                        "Cancelled", Set.of("planAgain")));
    }

    @Test
    void statesCarryTheNamesOfFhir() {
        var arrived = planned.arrive(NOON);
        var inProgress = arrived.admit(NOON);
        assertThat(List.<Encounter>of(
                        planned, arrived, inProgress, inProgress.finish(line, NOON), planned.cancel(NOON)))
                .extracting((Function<Encounter, String>) Encounter::fhirStatus)
                .containsExactly("planned", "arrived", "in-progress", "finished", "cancelled");
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(EncounterTest::leaves);
    }

    private static Set<String> moves(Class<?> state) {
        return Arrays.stream(state.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .filter(method -> Encounter.class.isAssignableFrom(method.getReturnType()))
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
