package health.visavis.scheduling.domain;

import health.visavis.kernel.ClinicianId;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;

/// When a clinician sees patients, as hung at the door: weekly wall times and the zone of the wall. Instants
/// come out of [ClinicSchedule], late.
public record ClinicHours(ClinicianId clinician, ZoneId zone, BookingRules rules, List<WeeklyHours> weekly) {

    public ClinicHours {
        weekly = weekly.stream()
                .sorted(Comparator.comparing(WeeklyHours::day)
                        .thenComparing(each -> each.hours().opens()))
                .toList();
        for (int i = 1; i < weekly.size(); i++) {
            if (weekly.get(i).overlaps(weekly.get(i - 1))) {
                throw new IllegalArgumentException("weekly hours of one day overlap");
            }
        }
    }
}
