package health.visavis.notification;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.parameter.ParticipationStatus;
import biweekly.property.Attendee;
import biweekly.property.Classification;
import biweekly.property.Method;
import biweekly.property.Organizer;
import biweekly.property.Status;
import biweekly.property.Uid;
import health.visavis.notification.Letter.CalendarMethod;
import health.visavis.notification.Letter.Meeting;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/// The calendar entry of an appointment (RFC 5545, RFC 5546). The UID stays the same for life and SEQUENCE
/// grows with every change, so that a calendar moves or removes the entry it has. Says when, and nothing of who
/// or why.
final class CalendarFile {

    private final NotificationSettings settings;

    CalendarFile(NotificationSettings settings) {
        this.settings = settings;
    }

    Attachment of(
            UUID appointment,
            Meeting meeting,
            CalendarMethod method,
            String attendee,
            String summary,
            String link,
            Instant writtenAt) {
        var event = new VEvent();
        event.setUid(new Uid(appointment + "@visavis"));
        event.setSequence(meeting.version());
        event.setDateTimeStamp(Date.from(writtenAt));
        event.setDateStart(Date.from(meeting.slot().start()));
        event.setDateEnd(Date.from(meeting.slot().end()));
        event.setSummary(summary);
        event.setUrl(link);
        event.setClassification(Classification.private_());
        event.setOrganizer(new Organizer(null, settings.organizer()));
        event.setStatus(status(method));
        event.addAttendee(attendee(attendee, method));

        var calendar = new ICalendar();
        calendar.setProductId("-//Visavis//Visavis//EN");
        calendar.setMethod(method == CalendarMethod.CANCEL ? Method.cancel() : Method.request());
        calendar.addEvent(event);
        return new Attachment(
                "appointment.ics",
                "text/calendar; charset=utf-8; method=" + calendar.getMethod().getValue(),
                Biweekly.write(calendar).go());
    }

    private static Attendee attendee(String address, CalendarMethod method) {
        var attendee = new Attendee(null, address);
        attendee.setRsvp(false);
        if (method == CalendarMethod.REQUEST) {
            attendee.setParticipationStatus(ParticipationStatus.ACCEPTED);
        }
        return attendee;
    }

    private static Status status(CalendarMethod method) {
        return switch (method) {
            case REQUEST -> Status.confirmed();
            case TENTATIVE -> Status.tentative();
            case CANCEL -> Status.cancelled();
        };
    }
}
