package health.visavis.web.layout;

import health.visavis.kernel.ZoneNames;
import health.visavis.web.i18n.Language;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.temporal.TemporalAccessor;

/// How dates, times and numbers look in one language.
///
/// A time of day is never shown without its zone: next to it, or, for lists of times, once above them ([#clock] and
/// [#zoneName]). Only in an emergency, which goes on now, every word less counts more.
final class Formats {

    static {
        // Java fills its table of patterns without a lock: of two who ask first at once, one meets a
        // NullPointerException.
        DateTimeFormatter.ofLocalizedPattern("MMM").formatTo(LocalDate.EPOCH, new StringBuilder());
    }

    private final Language language;

    Formats(Language language) {
        this.language = language;
    }

    /// "Tuesday, November 24, 2026"
    String date(TemporalAccessor date) {
        return write(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL), date);
    }

    /// "Tue, Nov 24"
    String shortDate(TemporalAccessor date) {
        return write(DateTimeFormatter.ofLocalizedPattern("MMMEd"), date);
    }

    /// "Tuesday, November 24": [#date] without its year, for which Java has no pattern.
    String longDate(TemporalAccessor date) {
        var pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                FormatStyle.FULL, null, IsoChronology.INSTANCE, language.locale());
        return write(DateTimeFormatter.ofPattern(pattern.replaceFirst("(,| 'de') y$", "")), date);
    }

    /// "Nov 24"
    String monthDay(TemporalAccessor date) {
        return write(DateTimeFormatter.ofLocalizedPattern("MMMd"), date);
    }

    /// "Nov 24, 2026": for birthdays and columns, where no line breaks inside.
    String day(TemporalAccessor date) {
        return write(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM), date)
                .replace(' ', '\u00a0');
    }

    /// "Nov"
    String month(TemporalAccessor date) {
        return write(DateTimeFormatter.ofLocalizedPattern("MMM"), date);
    }

    /// "2:30 PM Eastern Time"
    String time(Instant at, ZoneId zone) {
        return clock(at, zone) + " " + zoneName(zone);
    }

    /// "2:30 PM": only under a line that names the zone.
    String clock(Instant at, ZoneId zone) {
        return write(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT), at.atZone(zone));
    }

    /// "2:30:05 PM": for a log, under a line that names the zone.
    String exactClock(Instant at, ZoneId zone) {
        return write(DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM), at.atZone(zone));
    }

    String clock(LocalTime time) {
        return write(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT), time);
    }

    /// "Eastern Time"
    String zoneName(ZoneId zone) {
        return ZoneNames.of(zone, language.locale());
    }

    String number(Number number) {
        return NumberFormat.getInstance(language.locale()).format(number);
    }

    /// Narrow no-break spaces, which the formats hold, are missing in the fonts of old phones.
    private String write(DateTimeFormatter format, TemporalAccessor date) {
        return format.withLocale(language.locale()).format(date).replace('\u202f', '\u00a0');
    }
}
