package health.visavis.scheduling.domain;

import static health.visavis.scheduling.domain.BookingFixtures.NOON;
import static health.visavis.scheduling.domain.BookingFixtures.booking;
import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.kernel.TimeSlot;
import health.visavis.scheduling.domain.Appointment.Cancelled;
import health.visavis.scheduling.domain.Appointment.Confirmed;
import health.visavis.scheduling.domain.Appointment.Declined;
import health.visavis.scheduling.domain.Appointment.Fulfilled;
import health.visavis.scheduling.domain.Appointment.NoShow;
import health.visavis.scheduling.domain.Appointment.Requested;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AppointmentTest {

    private final Booking booking = booking();
    private final Requested requested = new Requested(booking, NOON);
    private final Confirmed confirmed = new Confirmed(booking, NOON);
    private final Cancellation cancellation =
            new Cancellation(Party.PATIENT, CancellationReason.CANNOT_ATTEND, NOON.plusSeconds(5));

    @Test
    void eachStateOffersExactlyTheMovesThatAreLegalFromIt() {
        assertThat(Arrays.stream(Appointment.class.getPermittedSubclasses())
                        .collect(Collectors.toMap(Class::getSimpleName, AppointmentTest::moves)))
                .isEqualTo(Map.of(
                        "Requested",
                        Set.of("confirm → Confirmed", "decline → Declined", "cancel → Cancelled", "moveTo → Requested"),
                        "Confirmed",
                        Set.of(
                                "cancel → Cancelled",
                                "moveByPatient → Requested",
                                "moveByClinic → Confirmed",
                                "fulfil → Fulfilled",
                                "noteNoShow → NoShow"),
                        "Declined",
                        Set.of(),
                        "Cancelled",
                        Set.of(),
                        "Fulfilled",
                        Set.of(),
                        "NoShow",
                        Set.of()));
    }

    @Test
    void aRequestCanBeConfirmed() {
        assertThat(requested.confirm(NOON.plusSeconds(5))).isEqualTo(new Confirmed(booking, NOON.plusSeconds(5)));
    }

    @Test
    void aRequestCanBeDeclined() {
        assertThat(requested.decline(DeclineReason.ANOTHER_SPECIALTY_NEEDED, NOON.plusSeconds(5)))
                .isEqualTo(new Declined(booking, DeclineReason.ANOTHER_SPECIALTY_NEEDED, NOON.plusSeconds(5)));
    }

    @Test
    void aRequestCanBeCancelled() {
        assertThat(requested.cancel(cancellation)).isEqualTo(new Cancelled(booking, cancellation));
    }

    @Test
    void aRequestThatMovesStaysARequest() {
        var moved = requested.moveTo(later(), NOON.plusSeconds(5));
        assertThat(moved.slot()).isEqualTo(later());
        assertThat(moved.requestedAt()).isEqualTo(NOON.plusSeconds(5));
        assertThat(moved.id()).isEqualTo(booking.id());
    }

    @Test
    void aConfirmedAppointmentCanBeCancelled() {
        assertThat(confirmed.cancel(cancellation)).isEqualTo(new Cancelled(booking, cancellation));
    }

    @Test
    void aConfirmedAppointmentThatThePatientMovesIsARequestAgain() {
        assertThat(confirmed.moveByPatient(later(), NOON.plusSeconds(5)))
                .isEqualTo(new Requested(booking.at(later()), NOON.plusSeconds(5)));
    }

    @Test
    void aConfirmedAppointmentThatTheClinicMovesStaysConfirmed() {
        assertThat(confirmed.moveByClinic(later(), NOON.plusSeconds(5)))
                .isEqualTo(new Confirmed(booking.at(later()), NOON.plusSeconds(5)));
    }

    @Test
    void aConfirmedAppointmentCanBeFulfilled() {
        assertThat(confirmed.fulfil(NOON.plusSeconds(5))).isEqualTo(new Fulfilled(booking, NOON.plusSeconds(5)));
    }

    @Test
    void aConfirmedAppointmentCanBeMissed() {
        assertThat(confirmed.noteNoShow(NOON.plusSeconds(5))).isEqualTo(new NoShow(booking, NOON.plusSeconds(5)));
    }

    @Test
    void theAgreedTimeIsTheOneOnTheClinicsWall() {
        assertThat(booking.agreedWallTime()).isEqualTo(LocalDateTime.of(2026, 11, 23, 7, 0));
    }

    private TimeSlot later() {
        return new TimeSlot(
                booking.slot().start().plus(Duration.ofDays(1)),
                booking.slot().end().plus(Duration.ofDays(1)));
    }

    private static Set<String> moves(Class<?> state) {
        return Arrays.stream(state.getDeclaredMethods())
                .filter(method -> Appointment.class.isAssignableFrom(method.getReturnType()))
                .map(AppointmentTest::described)
                .collect(Collectors.toSet());
    }

    private static String described(Method move) {
        return move.getName() + " → " + move.getReturnType().getSimpleName();
    }
}
