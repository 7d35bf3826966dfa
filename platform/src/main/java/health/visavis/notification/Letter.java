package health.visavis.notification;

import health.visavis.kernel.PersonId;
import health.visavis.kernel.TimeSlot;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A mail or SMS that is to be sent once.
///
/// @param name what it is about and to whom: writing it again is writing nothing
/// @param subject the appointment or thread it is about
/// @param meeting null when it is about no appointment
public record Letter(
        UUID id,
        String name,
        PersonId person,
        Channel channel,
        LetterKind kind,
        UUID subject,
        @Nullable Meeting meeting,
        Instant dueAt,
        int attempts) {

    public enum Channel {
        MAIL,
        SMS
    }

    /// How the appointment stands in the reader's calendar after this letter (RFC 5546); null: the letter brings no
    /// calendar entry.
    public enum CalendarMethod {
        REQUEST,
        TENTATIVE,
        CANCEL
    }

    /// @param version iCalendar's SEQUENCE
    public record Meeting(
            TimeSlot slot,
            ZoneId clinicZone,
            int version,
            @Nullable CalendarMethod calendar) {}
}
