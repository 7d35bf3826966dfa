package health.visavis.scheduling.domain;

import health.visavis.kernel.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// How long a visit takes, how long before it a patient must ask, and how far ahead times are offered.
public record BookingRules(Duration visitLength, Duration notice, int horizonDays) {

    public static final Duration SHORTEST_VISIT = Duration.ofMinutes(5);
    public static final Duration LONGEST_VISIT = Duration.ofHours(4);
    public static final Duration LONGEST_NOTICE = Duration.ofDays(14);
    public static final int FARTHEST_HORIZON = 365;

    public BookingRules {
        if (visitLength.compareTo(SHORTEST_VISIT) < 0 || visitLength.compareTo(LONGEST_VISIT) > 0) {
            throw new IllegalArgumentException("a visit takes 5 to 240 minutes");
        }
        if (notice.isNegative() || notice.compareTo(LONGEST_NOTICE) > 0) {
            throw new IllegalArgumentException("notice is 0 to 14 days");
        }
        if (horizonDays < 1 || horizonDays > FARTHEST_HORIZON) {
            throw new IllegalArgumentException("the horizon is 1 to 365 days");
        }
    }

    /// Patients give the clinic notice; staff book any time that has not begun.
    public boolean comesInTime(TimeSlot wished, Party asking, Instant now) {
        return switch (asking) {
            case PATIENT ->
                !wished.start().isBefore(now.plus(notice)) && wished.start().isAfter(now);
            case CLINIC -> wished.start().isAfter(now);
        };
    }

    /// The first instant that is not offered any more: midnight at the clinic after the last day.
    public Instant horizon(Instant now, ZoneId zone) {
        return LocalDate.ofInstant(now, zone)
                .plusDays(horizonDays + 1L)
                .atStartOfDay(zone)
                .toInstant();
    }
}
