package health.visavis.people;

import health.visavis.people.domain.CareRules;
import java.time.Duration;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long a clinician sees a patient's record.
///
/// @param afterVisit after the last visit or message, such as `12m` or `1y`
/// @param afterAppointment after an appointment at which nobody met, such as `14d`
/// @param reviewEvery how often relationships that are about to lapse are looked at after the start; zero: then
///     only, so what messages carry on is extended by the next start
@ConfigurationProperties("visavis.care")
public record CareSettings(
        @DefaultValue("12m") Period afterVisit,
        @DefaultValue("14d") Period afterAppointment,
        @DefaultValue("1h") Duration reviewEvery) {

    CareRules rules() {
        return new CareRules(afterVisit, afterAppointment);
    }
}
