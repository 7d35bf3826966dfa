package health.visavis.proxy.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;

/// How long somebody may act for a patient.
///
/// @param longest at most, until the patient says so again
public record ProxyRules(Majority majority, Period longest) {

    public ProxyRules {
        if (longest.isNegative() || longest.isZero()) {
            throw new IllegalArgumentException("somebody acts for a patient for some time");
        }
    }

    public boolean grownUp(LocalDate bornOn, ZoneId zone, Instant now) {
        return !now.isBefore(majority.reachedAt(bornOn, zone));
    }

    /// The first moment of the day on which it is over, where the patient lives; never later than the rule says.
    public Instant endOf(Period wanted, ZoneId zone, Instant now) {
        var today = LocalDate.ofInstant(now, zone);
        var asked = today.plus(wanted);
        var last = today.plus(longest);
        return (asked.isAfter(last) ? last : asked).atStartOfDay(zone).toInstant();
    }
}
