package health.visavis.scheduling.domain;

import java.time.DayOfWeek;

/// Hours that come back every week.
public record WeeklyHours(DayOfWeek day, OpeningHours hours) {

    boolean overlaps(WeeklyHours other) {
        return day == other.day && hours.overlaps(other.hours);
    }
}
