package health.visavis.scheduling.domain;

import java.time.LocalTime;

/// From when to when a clinician sees patients on one day, on the clock at the clinic's wall. Closing at 00:00
/// means the end of that day.
public record OpeningHours(LocalTime opens, LocalTime closes) {

    private static final int MINUTES_PER_DAY = 24 * 60;

    public OpeningHours {
        if (minuteOf(opens) >= closingMinute(closes)) {
            throw new IllegalArgumentException("hours close after they open");
        }
    }

    public boolean overlaps(OpeningHours other) {
        return openingMinute() < other.closingMinute() && other.openingMinute() < closingMinute();
    }

    public boolean closesAtMidnight() {
        return closes.equals(LocalTime.MIDNIGHT);
    }

    public int openingMinute() {
        return minuteOf(opens);
    }

    public int closingMinute() {
        return closingMinute(closes);
    }

    public static OpeningHours ofMinutes(int opening, int closing) {
        return new OpeningHours(atMinute(opening), atMinute(closing % MINUTES_PER_DAY));
    }

    private static LocalTime atMinute(int minute) {
        return LocalTime.of(minute / 60, minute % 60);
    }

    private static int minuteOf(LocalTime time) {
        return time.getHour() * 60 + time.getMinute();
    }

    private static int closingMinute(LocalTime closes) {
        return closes.equals(LocalTime.MIDNIGHT) ? MINUTES_PER_DAY : minuteOf(closes);
    }
}
