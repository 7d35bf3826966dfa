package health.visavis.scheduling.domain;

import java.time.LocalDate;
import java.time.LocalDateTime;

/// A departure from the weekly hours, on the clock at the clinic's wall.
public sealed interface HoursException {

    HoursExceptionId id();

    /// Nobody is seen then: an afternoon, a day, a fortnight.
    record Closed(HoursExceptionId id, LocalDateTime from, LocalDateTime until) implements HoursException {

        public Closed {
            if (!from.isBefore(until)) {
                throw new IllegalArgumentException("a closed period ends after it begins");
            }
        }
    }

    /// Patients are seen although the week does not say so.
    record ExtraHours(HoursExceptionId id, LocalDate day, OpeningHours hours) implements HoursException {}
}
