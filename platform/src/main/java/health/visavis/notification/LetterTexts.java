package health.visavis.notification;

import health.visavis.kernel.TimeSlot;
import health.visavis.kernel.ZoneNames;
import health.visavis.notification.Letter.Meeting;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words of letters, in English or Spanish. Every time names its zone; the clinic's is added where its
/// clock shows another time.
final class LetterTexts {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;
    private final Locale locale;

    LetterTexts(Locale language) {
        this.locale = language.getLanguage().equals("es") ? Locale.of("es", "US") : Locale.US;
        this.bundle = ResourceBundle.getBundle("health.visavis.notification.letters", locale, NO_FALLBACK);
    }

    String text(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    /// "Tuesday, November 24, 2026, 2:30 PM Eastern Time (1:30 PM Central Time at the clinic)"
    String when(Meeting meeting, ZoneId zone) {
        var start = meeting.slot().start();
        var own = when(meeting.slot(), zone);
        var clinic = meeting.clinicZone();
        var sameClock =
                clinic.getRules().getOffset(start).equals(zone.getRules().getOffset(start));
        if (sameClock) {
            return own;
        }
        var sameDay =
                start.atZone(zone).toLocalDate().equals(start.atZone(clinic).toLocalDate());
        var there = sameDay ? time(start, clinic) : text("when", date(start, clinic), time(start, clinic));
        return text("whenThere", own, there);
    }

    /// The same in one zone.
    String when(TimeSlot slot, ZoneId zone) {
        return text("when", date(slot.start(), zone), time(slot.start(), zone));
    }

    private String date(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(locale)
                .format(at.atZone(zone));
    }

    private String time(Instant at, ZoneId zone) {
        var time = at.atZone(zone);
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(time)
                        .replace('\u202f', ' ')
                        .replace('\u00a0', ' ')
                + " "
                + ZoneNames.of(zone, locale);
    }
}
