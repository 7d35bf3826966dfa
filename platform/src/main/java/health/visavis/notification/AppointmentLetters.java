package health.visavis.notification;

import static health.visavis.notification.Letter.CalendarMethod.CANCEL;
import static health.visavis.notification.Letter.CalendarMethod.REQUEST;
import static health.visavis.notification.Letter.CalendarMethod.TENTATIVE;
import static health.visavis.notification.Letter.Channel.MAIL;
import static health.visavis.notification.Letter.Channel.SMS;

import health.visavis.kernel.PersonId;
import health.visavis.kernel.TimeOrderedId;
import health.visavis.notification.Letter.CalendarMethod;
import health.visavis.notification.Letter.Channel;
import health.visavis.notification.Letter.Meeting;
import health.visavis.notification.store.Letters;
import health.visavis.people.ClinicianSummary;
import health.visavis.people.PatientSummary;
import health.visavis.people.People;
import health.visavis.scheduling.AppointmentCancelled;
import health.visavis.scheduling.AppointmentConfirmed;
import health.visavis.scheduling.AppointmentDeclined;
import health.visavis.scheduling.AppointmentEvent;
import health.visavis.scheduling.AppointmentMoved;
import health.visavis.scheduling.AppointmentRequested;
import health.visavis.scheduling.AppointmentState;
import health.visavis.scheduling.AppointmentSummary;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Writes the letters of what happened to an appointment. Delivered at least once: a letter's name holds the
/// event's id, so it is written once.
@Component
class AppointmentLetters {

    private static final Duration DAY_BEFORE = Duration.ofHours(24);
    private static final Duration HOUR_BEFORE = Duration.ofHours(1);

    private final Letters letters;
    private final People people;
    private final Clock clock;

    AppointmentLetters(Letters letters, People people, Clock clock) {
        this.letters = letters;
        this.people = people;
        this.clock = clock;
    }

    @ApplicationModuleListener(id = "notification.appointment-letters")
    void on(AppointmentEvent event) {
        letters.write(lettersFor(event));
    }

    private List<Letter> lettersFor(AppointmentEvent event) {
        var writing = new Writing(event);
        switch (event) {
            case AppointmentRequested _ -> {
                writing.toPatient(LetterKind.REQUEST_RECEIVED, null, MAIL);
                writing.toClinician(LetterKind.ANSWER_WANTED, null);
            }
            case AppointmentConfirmed _ -> {
                writing.toPatient(LetterKind.CONFIRMED, REQUEST, MAIL, SMS);
                writing.toClinician(LetterKind.CONFIRMED, REQUEST);
                writing.reminders();
            }
            case AppointmentDeclined _ -> {
                writing.toPatient(LetterKind.DECLINED, writing.ifInvited(CANCEL), MAIL, SMS);
                writing.toClinician(LetterKind.DECLINED, writing.ifInvited(CANCEL));
            }
            case AppointmentCancelled _ -> {
                writing.toPatient(LetterKind.CANCELLED, writing.ifInvited(CANCEL), MAIL, SMS);
                writing.toClinician(LetterKind.CANCELLED, writing.ifInvited(CANCEL));
            }
            case AppointmentMoved moved -> {
                if (moved.appointment().state() == AppointmentState.CONFIRMED) {
                    writing.toPatient(LetterKind.MOVED, REQUEST, MAIL, SMS);
                    writing.toClinician(LetterKind.MOVED, REQUEST);
                    writing.reminders();
                } else {
                    writing.toPatient(LetterKind.MOVE_REQUESTED, writing.ifInvited(TENTATIVE), MAIL);
                    writing.toClinician(LetterKind.ANSWER_WANTED, writing.ifInvited(TENTATIVE));
                }
            }
        }
        return writing.done;
    }

    private final class Writing {

        private final AppointmentEvent event;
        private final AppointmentSummary appointment;
        private final List<Letter> done = new ArrayList<>();
        private final Instant now = clock.instant();

        Writing(AppointmentEvent event) {
            this.event = event;
            this.appointment = event.appointment();
        }

        void toPatient(LetterKind kind, @Nullable CalendarMethod calendar, Channel... channels) {
            people.patient(appointment.patient()).map(PatientSummary::person).ifPresent(person -> {
                for (var channel : channels) {
                    add(person, channel, kind, channel == MAIL ? calendar : null, now);
                }
            });
        }

        void toClinician(LetterKind kind, @Nullable CalendarMethod calendar) {
            people.clinician(appointment.clinician())
                    .map(ClinicianSummary::person)
                    .ifPresent(person -> add(person, MAIL, kind, calendar, now));
        }

        /// Whose hour has passed already needs no reminder. What happens to the appointment later is asked when a
        /// reminder is due.
        void reminders() {
            people.patient(appointment.patient()).map(PatientSummary::person).ifPresent(person -> {
                remind(person, LetterKind.REMINDER_DAY, DAY_BEFORE);
                remind(person, LetterKind.REMINDER_HOUR, HOUR_BEFORE);
            });
        }

        private void remind(PersonId person, LetterKind kind, Duration before) {
            var due = appointment.slot().start().minus(before);
            if (due.isAfter(now)) {
                add(person, MAIL, kind, null, due);
                add(person, SMS, kind, null, due);
            }
        }

        /// Only who has an entry in the calendar needs a change of it.
        @Nullable
        CalendarMethod ifInvited(CalendarMethod change) {
            return letters.invited(appointment.id().value()) ? change : null;
        }

        private void add(
                PersonId person, Channel channel, LetterKind kind, @Nullable CalendarMethod calendar, Instant due) {
            done.add(new Letter(
                    TimeOrderedId.next(),
                    String.join(":", event.id().toString(), kind.text(), person.toString(), channel.name()),
                    person,
                    channel,
                    kind,
                    appointment.id().value(),
                    new Meeting(appointment.slot(), appointment.clinicZone(), appointment.version(), calendar),
                    due,
                    0));
        }
    }
}
