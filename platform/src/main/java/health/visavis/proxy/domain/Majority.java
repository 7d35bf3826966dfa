package health.visavis.proxy.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// When a child is grown up and speaks for themselves. The law of the clinic's state says at which age.
///
/// @param age in whole years
public record Majority(int age) {

    private static final int OLDEST = 25;

    public Majority {
        if (age < 1 || age > OLDEST) {
            throw new IllegalArgumentException("people are grown up at some age up to " + OLDEST);
        }
    }

    /// The first moment of the birthday, where the child lives. Whoever was born on 29 February has completed the year
    /// when 28 February is over: on 1 March, where there is no such day.
    public Instant reachedAt(LocalDate bornOn, ZoneId zone) {
        var day = bornOn.plusYears(age);
        var birthday = day.getDayOfMonth() == bornOn.getDayOfMonth() ? day : day.plusDays(1);
        return birthday.atStartOfDay(zone).toInstant();
    }
}
