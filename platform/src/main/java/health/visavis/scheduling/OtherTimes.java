package health.visavis.scheduling;

import health.visavis.kernel.AppointmentId;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.TimeSlot;
import health.visavis.scheduling.domain.ClinicSchedule;
import health.visavis.scheduling.domain.FreeTimes;
import health.visavis.scheduling.domain.Party;
import health.visavis.scheduling.store.AppointmentLists;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds free times near one that could not be had.
@Component
class OtherTimes {

    static final Duration NEAR = Duration.ofDays(14);
    private static final int MOST = 6;

    private final AppointmentLists lists;
    private final Clock clock;

    OtherTimes(AppointmentLists lists, Clock clock) {
        this.lists = lists;
        this.clock = clock;
    }

    /// @param except an appointment that is about to move
    List<TimeSlot> near(Instant wished, ClinicSchedule schedule, Seeker seeker, @Nullable AppointmentId except) {
        var now = clock.instant();
        var centre = wished.isBefore(now) ? now : wished;
        var period = new TimeSlot(centre.minus(NEAR), centre.plus(NEAR));
        var taken = lists.taken(schedule.hours().clinician(), seeker.patient(), period, except);
        return new FreeTimes(schedule, taken, seeker.side(), now).near(centre, NEAR, MOST);
    }

    /// For whom times are sought, and by which side.
    record Seeker(PatientId patient, Party side) {}
}
