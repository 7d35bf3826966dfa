package health.visavis.scheduling;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.AppointmentId;
import health.visavis.kernel.TimeOrderedId;
import health.visavis.kernel.TimeSlot;
import health.visavis.keys.PatientCipher;
import health.visavis.people.BeginCareRelationship;
import health.visavis.people.People;
import health.visavis.people.domain.Tie;
import health.visavis.scheduling.domain.Appointment.Requested;
import health.visavis.scheduling.domain.Booking;
import health.visavis.scheduling.domain.ClinicSchedule;
import health.visavis.scheduling.domain.Participants;
import health.visavis.scheduling.store.Appointments;
import health.visavis.scheduling.store.ClinicSchedules;
import health.visavis.scheduling.store.Entry;
import health.visavis.scheduling.store.NewAppointment;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;

/// A patient asks for a time, or staff ask for a patient. The request keeps the time until the clinician answers.
@UseCase
public class RequestAppointment {

    private final Access access;
    private final ClinicSchedules schedules;
    private final Appointments appointments;
    private final OtherTimes otherTimes;
    private final People people;
    private final BeginCareRelationship care;
    private final PatientCipher cipher;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RequestAppointment(
            Access access,
            ClinicSchedules schedules,
            Appointments appointments,
            OtherTimes otherTimes,
            People people,
            BeginCareRelationship care,
            PatientCipher cipher,
            ApplicationEventPublisher events,
            Clock clock) {
        this.access = access;
        this.schedules = schedules;
        this.appointments = appointments;
        this.otherTimes = otherTimes;
        this.people = people;
        this.care = care;
        this.cipher = cipher;
        this.events = events;
        this.clock = clock;
    }

    public BookingOutcome request(Actor actor, AppointmentRequest request) {
        access.require(actor, Action.REQUEST_APPOINTMENT.of(request.patient(), request.id()));
        var now = clock.instant();
        var schedule = schedules.find(
                request.clinician(), now, later(now, request.start()).plus(OtherTimes.NEAR));
        if (!people.seesPatients(request.clinician())) {
            return askedBefore(request)
                    .orElseGet(() -> people.hasLeft(request.clinician())
                            ? new BookingOutcome.ClinicianLeft()
                            : new BookingOutcome.UnknownClinician());
        }
        if (schedule.isEmpty()) {
            return new BookingOutcome.OutsideClinicHours(List.of());
        }
        return request(actor, request, schedule.get(), now);
    }

    private BookingOutcome request(Actor actor, AppointmentRequest request, ClinicSchedule schedule, Instant now) {
        var hours = schedule.hours();
        var side = Sides.of(actor, request.patient());
        var slot = schedule.slotStarting(request.start())
                .filter(found -> found.start().isBefore(hours.rules().horizon(now, hours.zone())));
        if (slot.isEmpty()) {
            return askedBefore(request)
                    .orElseGet(() -> new BookingOutcome.OutsideClinicHours(others(actor, request, schedule)));
        }
        if (!hours.rules().comesInTime(slot.get(), side, now)) {
            return askedBefore(request).orElseGet(() -> new BookingOutcome.TooLate(others(actor, request, schedule)));
        }
        var requested = requested(request, slot.get(), schedule, now);
        return switch (appointments.add(
                new NewAppointment(requested, request.id(), actor.person(), sealed(requested, request)))) {
            case Entry.Entered entered -> begun(AppointmentSummary.of(requested, entered.version()));
            case Entry.AlreadyEntered repeated ->
                new BookingOutcome.Booked(AppointmentSummary.of(
                        repeated.existing().appointment(), repeated.existing().version()));
            case Entry.ClinicianTaken _ -> new BookingOutcome.SlotTaken(others(actor, request, schedule));
            case Entry.PatientTaken _ -> new BookingOutcome.PatientBusy(others(actor, request, schedule));
            case Entry.Outdated _ -> throw new IllegalStateException("a new appointment cannot be outdated");
        };
    }

    private BookingOutcome begun(AppointmentSummary appointment) {
        care.begin(
                appointment.patient(),
                appointment.clinician(),
                new Tie.Appointment(appointment.slot().end()));
        events.publishEvent(new AppointmentRequested(TimeOrderedId.next(), appointment));
        return new BookingOutcome.Booked(appointment);
    }

    /// A form sent again after its time has gone by was still answered the first time.
    private Optional<BookingOutcome> askedBefore(AppointmentRequest request) {
        return appointments
                .requested(request.patient(), request.id())
                .map(stored ->
                        new BookingOutcome.Booked(AppointmentSummary.of(stored.appointment(), stored.version())));
    }

    private List<TimeSlot> others(Actor actor, AppointmentRequest request, ClinicSchedule schedule) {
        var seeker = new OtherTimes.Seeker(request.patient(), Sides.of(actor, request.patient()));
        return otherTimes.near(request.start(), schedule, seeker, null);
    }

    private byte[] sealed(Requested requested, AppointmentRequest request) {
        return cipher.encryptText(
                request.patient(),
                SealedPlaces.reasonOf(requested.id()),
                request.reason().text());
    }

    private static Requested requested(
            AppointmentRequest request, TimeSlot slot, ClinicSchedule schedule, Instant now) {
        return new Requested(
                new Booking(
                        AppointmentId.next(),
                        new Participants(request.patient(), request.clinician()),
                        slot,
                        schedule.hours().zone()),
                now);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
