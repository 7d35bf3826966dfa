package health.visavis.insight;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// When somebody of the clinic may well be at work. Wide: an evening's notes and an early shift are nothing unusual.
@Component
class WorkingHours {

    private final LocalTime from;
    private final LocalTime to;
    private final ZoneId zone;

    /// @param from of every day, in the clinic's zone; when it is after `to`, the night is working time
    WorkingHours(
            @Value("${visavis.insight.working-from:06:00}") String from,
            @Value("${visavis.insight.working-to:22:00}") String to,
            @Value("${visavis.clinic.zone:America/New_York}") ZoneId zone) {
        this.from = LocalTime.parse(from);
        this.to = LocalTime.parse(to);
        this.zone = zone;
    }

    boolean contain(Instant at) {
        var time = at.atZone(zone).toLocalTime();
        var afterBegin = !time.isBefore(from);
        var beforeEnd = time.isBefore(to);
        return from.isBefore(to) ? afterBegin && beforeEnd : afterBegin || beforeEnd;
    }
}
