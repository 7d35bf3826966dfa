package health.visavis.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.visavis.MutableClock;
import health.visavis.PlatformTest;
import health.visavis.TestDatabase;
import health.visavis.access.Actor;
import health.visavis.kernel.AppointmentId;
import health.visavis.kernel.Requirement;
import health.visavis.kernel.TimeOrderedId;
import health.visavis.kernel.TimeSlot;
import health.visavis.messaging.MessagingFixtures;
import health.visavis.people.PeopleFixtures;
import health.visavis.scheduling.AppointmentConfirmed;
import health.visavis.scheduling.AppointmentState;
import health.visavis.scheduling.AppointmentSummary;
import health.visavis.scheduling.CancelAppointment;
import health.visavis.scheduling.MoveAppointment;
import health.visavis.scheduling.SchedulingFixtures;
import health.visavis.scheduling.domain.CancellationReason;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
@Import(RecordingSenders.class)
@TestPropertySource(properties = "visavis.notification.every=0s")
class NotificationModuleTest {

    @Autowired
    RecordingSenders sent;

    @Autowired
    LetterRound round;

    @Autowired
    DeliveryReports reports;

    @Autowired
    SchedulingFixtures scheduling;

    @Autowired
    CancelAppointment cancelAppointment;

    @Autowired
    MoveAppointment moveAppointment;

    @Autowired
    PeopleFixtures people;

    @Autowired
    MessagingFixtures messaging;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MutableClock clock;

    private final JdbcTemplate database = new JdbcTemplate(TestDatabase.asSuperuser());
    private Actor patient;
    private Actor doctor;

    @BeforeEach
    void patientAndDoctor() {
        patient = people.patient();
        doctor = scheduling.doctorWithHours();
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    @Requirement("APP-03")
    void aConfirmedAppointmentIsToldByMailAndSmsAndEntersBothCalendars() {
        var appointment = scheduling.confirmedFor(patient, doctor);

        await().untilAsserted(() -> {
            round.make();
            assertThat(sent.mailsAbout(appointment.id()))
                    .extracting(Mail::subject)
                    .containsExactlyInAnyOrder(
                            "We have your request",
                            "A request waits for your answer",
                            "Your appointment is confirmed",
                            "Your appointment is confirmed");
        });

        assertThat(sent.mailsAbout(appointment.id()).stream()
                        .map(Mail::attachment)
                        .filter(Objects::nonNull))
                .hasSize(2)
                .allSatisfy(invitation -> assertThat(invitation.content()).contains("METHOD:REQUEST"));
        assertThat(sent.messagesAbout(appointment.id()))
                .singleElement()
                .satisfies(sms -> assertThat(sms.text()).contains("Eastern Time", "/appointments/" + appointment.id()));
    }

    @Test
    void whatTheCarrierCouldNotDeliverIsKnownToTheClinicInWhateverOrderItSaysSo() {
        var appointment = scheduling.confirmedFor(patient, doctor);
        await().untilAsserted(() -> {
            round.make();
            assertThat(sent.messagesAbout(appointment.id())).hasSize(1);
        });
        var reference = database.queryForObject(
                "SELECT reference FROM letter WHERE subject_id = ? AND channel = 'SMS'",
                String.class,
                appointment.id().value());
        assertThat(reports.lost(appointment.id())).isEmpty();

        reports.arrived(reference, false, clock.instant());
        reports.arrived(reference, true, clock.instant().minusSeconds(60));

        assertThat(reports.lost(appointment.id()))
                .singleElement()
                .satisfies(lost -> assertThat(lost.channel()).isEqualTo(Letter.Channel.SMS));

        reports.arrived(reference, true, clock.instant().plusSeconds(60));
        assertThat(reports.lost(appointment.id())).isEmpty();
    }

    @Test
    void aReportThatComesBeforeItsLetterIsNotedCountsAllTheSame() {
        var appointment = scheduling.confirmedFor(patient, doctor);
        reports.arrived("early-" + appointment.id(), false, clock.instant());
        await().untilAsserted(() -> {
            round.make();
            assertThat(sent.messagesAbout(appointment.id())).hasSize(1);
        });

        database.update(
                "UPDATE letter SET reference = ? WHERE subject_id = ? AND channel = 'SMS'",
                "early-" + appointment.id(),
                appointment.id().value());

        assertThat(reports.lost(appointment.id())).hasSize(1);
    }

    @Test
    @Requirement("CMP-09")
    void nothingSentNamesAnybodyOrSaysWhy() {
        var appointment = scheduling.confirmedFor(patient, doctor);
        await().untilAsserted(() -> {
            round.make();
            assertThat(sent.mailsAbout(appointment.id())).hasSize(4);
        });

        assertThat(sent.mailsAbout(appointment.id()))
                .allSatisfy(mail -> assertThat(mail.subject()
                                + mail.text()
                                + (mail.attachment() == null
                                        ? ""
                                        : mail.attachment().content()))
                        .doesNotContain("Example")
                        .doesNotContainIgnoringCase("headache")
                        .doesNotContain("General practice"));
    }

    @Test
    void anEventDeliveredTwiceIsToldOnce() {
        var appointment = confirmedTomorrow();
        var event = new AppointmentConfirmed(TimeOrderedId.next(), appointment);

        publish(event);
        publish(event);

        await().until(() -> letters(appointment.id(), "CONFIRMED") == 3 && toHandle(appointment.id()) == 0);
        round.make();
        round.make();
        assertThat(sent.mailsAbout(appointment.id())).hasSize(2);
        assertThat(sent.messagesAbout(appointment.id())).hasSize(1);
    }

    @Test
    void instancesThatSendAtOnceSendEachLetterOnce() throws Exception {
        var appointment = confirmedTomorrow();
        publish(new AppointmentConfirmed(TimeOrderedId.next(), appointment));
        await().until(() -> letters(appointment.id(), "CONFIRMED") == 3);

        try (var instances = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var instance = 0; instance < 8; instance++) {
                instances.submit(round::make);
            }
        }

        assertThat(sent.mailsAbout(appointment.id())).hasSize(2);
        assertThat(sent.messagesAbout(appointment.id())).hasSize(1);
    }

    @Test
    void aLetterThatCouldNotBeSentIsSentLater() {
        var appointment = confirmedTomorrow();
        publish(new AppointmentConfirmed(TimeOrderedId.next(), appointment));
        await().until(() -> letters(appointment.id(), "CONFIRMED") == 3);
        database.update(
                "UPDATE letter SET dropped_at = now() WHERE subject_id <> ? AND sent_at IS NULL", id(appointment));

        sent.failures.set(1);
        round.make();
        assertThat(sent.mailsAbout(appointment.id())).hasSize(1);

        clock.advance(Duration.ofMinutes(2));
        round.make();
        assertThat(sent.mailsAbout(appointment.id())).hasSize(2);
    }

    @Test
    void aReminderComesADayAndAnHourBefore() {
        var appointment = booked(Duration.ofDays(3));
        awaitLetters(appointment, "REMINDER_HOUR");

        moveTo(appointment, Duration.ofHours(25));
        round.make();
        assertThat(subjectsAbout(appointment)).doesNotContain("Your appointment is tomorrow");

        moveTo(appointment, Duration.ofHours(24));
        round.make();
        assertThat(subjectsAbout(appointment))
                .contains("Your appointment is tomorrow")
                .doesNotContain("Your appointment begins in one hour");

        moveTo(appointment, Duration.ofHours(1));
        round.make();
        round.make();
        assertThat(subjectsAbout(appointment))
                .containsOnlyOnce("Your appointment is tomorrow")
                .containsOnlyOnce("Your appointment begins in one hour");
        assertThat(sent.messagesAbout(appointment.id()))
                .anySatisfy(sms -> assertThat(sms.text()).contains("/visits/" + appointment.id() + "/device-check"));
    }

    @Test
    void aCancelledAppointmentLeavesTheCalendarsAndIsNotRemindedOf() {
        var appointment = booked(Duration.ofDays(3));
        awaitLetters(appointment, "REMINDER_HOUR");
        round.make();

        cancelAppointment.cancel(patient, appointment.revision(), CancellationReason.CANNOT_ATTEND);
        awaitLetters(appointment, "CANCELLED");
        round.make();

        assertThat(sent.mailsAbout(appointment.id()).stream()
                        .filter(mail -> mail.subject().equals("Your appointment is canceled")))
                .hasSize(2)
                .allSatisfy(mail -> assertThat(mail.attachment().content())
                        .contains("METHOD:CANCEL", "SEQUENCE:" + (appointment.version() + 1)));

        moveTo(appointment, Duration.ofHours(1));
        round.make();
        assertThat(subjectsAbout(appointment))
                .doesNotContain("Your appointment is tomorrow", "Your appointment begins in one hour");
    }

    @Test
    void whoMovesAnAppointmentIsRemindedOfTheNewTimeOnly() {
        var appointment = booked(Duration.ofDays(3));
        awaitLetters(appointment, "REMINDER_HOUR");
        var later = scheduling
                .freeTimes(doctor, appointment.slot().start().plus(Duration.ofHours(5)))
                .getFirst();

        moveAppointment.move(doctor, appointment.revision(), later.start());
        awaitLetters(appointment, "MOVED");

        moveTo(appointment, Duration.ofHours(1));
        round.make();
        assertThat(subjectsAbout(appointment)).doesNotContain("Your appointment begins in one hour");

        clock.moveTo(later.start().minus(Duration.ofHours(1)));
        round.make();
        assertThat(subjectsAbout(appointment)).containsOnlyOnce("Your appointment begins in one hour");
    }

    @Test
    @Requirement("APP-10")
    void anUnreadMessageIsToldOfAfterFiveMinutesWithoutItsContent() {
        var conversation = messaging.conversation();
        messaging.send(conversation.doctor(), conversation.thread(), "The biopsy is benign");
        round.make();
        assertThat(sent.mailsAbout(conversation.thread())).isEmpty();

        clock.advance(Duration.ofMinutes(6));
        round.make();
        round.make();

        assertThat(sent.mailsAbout(conversation.thread())).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("You have a new message");
            assertThat(mail.text()).doesNotContain("biopsy");
        });
    }

    private AppointmentSummary booked(Duration ahead) {
        var slot = scheduling.freeTimes(doctor, clock.instant().plus(ahead)).getFirst();
        return scheduling.confirm(doctor, scheduling.requestedBy(patient, doctor, slot));
    }

    /// Known to notification only.
    private AppointmentSummary confirmedTomorrow() {
        var start = clock.instant().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofHours(30));
        return new AppointmentSummary(
                AppointmentId.next(),
                patient.patient(),
                doctor.clinician(),
                new TimeSlot(start, start.plus(Duration.ofMinutes(30))),
                PeopleFixtures.NEW_YORK,
                AppointmentState.CONFIRMED,
                1);
    }

    private void publish(AppointmentConfirmed event) {
        transaction.executeWithoutResult(open -> events.publishEvent(event));
    }

    private void moveTo(AppointmentSummary appointment, Duration before) {
        clock.moveTo(appointment.slot().start().minus(before));
    }

    private List<String> subjectsAbout(AppointmentSummary appointment) {
        return sent.mailsAbout(appointment.id()).stream().map(Mail::subject).toList();
    }

    private void awaitLetters(AppointmentSummary appointment, String kind) {
        await().until(() -> letters(appointment.id(), kind) > 0);
    }

    private long letters(AppointmentId appointment, String kind) {
        return database.queryForObject(
                "SELECT count(*) FROM letter WHERE subject_id = ? AND kind = ?", Long.class, appointment.value(), kind);
    }

    private long toHandle(AppointmentId appointment) {
        return database.queryForObject(
                "SELECT count(*) FROM event_publication WHERE listener_id LIKE 'notification%' AND serialized_event LIKE ?",
                Long.class, "%" + appointment + "%");
    }

    private static Object id(AppointmentSummary appointment) {
        return appointment.id().value();
    }
}
