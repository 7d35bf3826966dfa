package health.visavis.notification;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.kernel.Requirement;
import health.visavis.kernel.TimeSlot;
import health.visavis.notification.Letter.CalendarMethod;
import health.visavis.notification.Letter.Meeting;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;

/// Reads with ical4j what biweekly wrote.
@Requirement("APP-03")
class CalendarFileTest {

    private static final UUID APPOINTMENT = UUID.fromString("01997b5e-0000-7000-8000-000000000001");
    private static final Instant START = Instant.parse("2026-11-24T19:30:00Z");

    private final CalendarFile file = new CalendarFile(new NotificationSettings(
            URI.create("https://clinic.example"), "no-reply@clinic.example", Duration.ZERO, Duration.ZERO));

    @Test
    void aConfirmedAppointmentIsARequestWithTheTimeInUtc() throws Exception {
        var calendar = read(write(2, CalendarMethod.REQUEST));
        var event = event(calendar);

        assertThat(calendar.validate(true).hasErrors()).isFalse();
        assertThat(value(calendar, "METHOD")).isEqualTo("REQUEST");
        assertThat(value(event, "DTSTART")).isEqualTo("20261124T193000Z");
        assertThat(value(event, "DTEND")).isEqualTo("20261124T200000Z");
        assertThat(value(event, "STATUS")).isEqualTo("CONFIRMED");
        assertThat(value(event, "ORGANIZER")).isEqualTo("mailto:no-reply@clinic.example");
        assertThat(value(event, "ATTENDEE")).isEqualTo("mailto:someone@example.org");
    }

    @Test
    void everyChangeKeepsTheUidAndRaisesTheSequence() throws Exception {
        var confirmed = event(read(write(1, CalendarMethod.REQUEST)));
        var moved = event(read(write(2, CalendarMethod.REQUEST)));
        var cancelled = event(read(write(3, CalendarMethod.CANCEL)));

        assertThat(value(moved, "UID")).isEqualTo(value(confirmed, "UID"));
        assertThat(value(cancelled, "UID")).isEqualTo(value(confirmed, "UID"));
        assertThat(value(confirmed, "SEQUENCE")).isEqualTo("1");
        assertThat(value(moved, "SEQUENCE")).isEqualTo("2");
        assertThat(value(cancelled, "SEQUENCE")).isEqualTo("3");
    }

    @Test
    void aCancelledAppointmentLeavesTheCalendar() throws Exception {
        var attachment = write(3, CalendarMethod.CANCEL);
        var calendar = read(attachment);

        assertThat(attachment.mediaType()).isEqualTo("text/calendar; charset=utf-8; method=CANCEL");
        assertThat(value(calendar, "METHOD")).isEqualTo("CANCEL");
        assertThat(value(event(calendar), "STATUS")).isEqualTo("CANCELLED");
    }

    @Test
    void aMoveThatWaitsForAnAnswerIsTentative() throws Exception {
        var calendar = read(write(2, CalendarMethod.TENTATIVE));

        assertThat(value(calendar, "METHOD")).isEqualTo("REQUEST");
        assertThat(value(event(calendar), "STATUS")).isEqualTo("TENTATIVE");
    }

    @Test
    void theEntrySaysNothingOfWhoOrWhy() throws Exception {
        var event = event(read(write(1, CalendarMethod.REQUEST)));

        assertThat(value(event, "SUMMARY")).isEqualTo("Appointment");
        assertThat(value(event, "CLASS")).isEqualTo("PRIVATE");
        assertThat(event.getProperty("DESCRIPTION")).isEmpty();
        assertThat(event.getProperty("LOCATION")).isEmpty();
    }

    @Test
    void linesEndAndFoldAsTheStandardSays() {
        assertThat(write(1, CalendarMethod.REQUEST).content().split("\r\n"))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(75));
    }

    private Attachment write(int version, CalendarMethod method) {
        return file.of(
                APPOINTMENT,
                new Meeting(
                        new TimeSlot(START, START.plusSeconds(1800)), ZoneId.of("America/New_York"), version, method),
                method,
                "someone@example.org",
                "Appointment",
                "https://clinic.example/appointments/" + APPOINTMENT,
                START.minusSeconds(86_400));
    }

    private static Calendar read(Attachment attachment) throws IOException, ParserException {
        return new CalendarBuilder().build(new StringReader(attachment.content()));
    }

    private static VEvent event(Calendar calendar) {
        return calendar.<VEvent>getComponent("VEVENT").orElseThrow();
    }

    private static String value(Calendar calendar, String property) {
        return calendar.getProperty(property).orElseThrow().getValue();
    }

    private static String value(VEvent event, String property) {
        return event.getProperty(property).orElseThrow().getValue();
    }
}
