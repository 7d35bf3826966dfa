package health.visavis.people.domain;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// How long a relationship goes on.
///
/// Messages keep up what a visit or a record has founded; they found nothing themselves. Else a patient's question to
/// a doctor who then declined him would leave that doctor the record for a year.
///
/// @param afterVisit after the last time they met or wrote
/// @param afterAppointment after an appointment that nobody came to, declined or ended: time to settle it
public record CareRules(Period afterVisit, Period afterAppointment) {

    /// For what has no end of its own.
    public static final Instant WITHOUT_END = Instant.parse("9999-12-31T00:00:00Z");

    public CareRules {
        if (!positive(afterVisit) || !positive(afterAppointment)) {
            throw new IllegalArgumentException("care goes on for a time after a visit and after an appointment");
        }
    }

    /// Empty when nothing ties them.
    public Optional<Instant> goodUntil(Collection<Tie> ties) {
        var founded = ties.stream().anyMatch(CareRules::founds);
        return ties.stream()
                .filter(tie -> founded || !(tie instanceof Tie.Message))
                .map(this::goodUntil)
                .max(Comparator.naturalOrder());
    }

    public Instant goodUntil(Tie tie) {
        return switch (tie) {
            case Tie.Appointment appointment -> after(appointment.endsAt(), afterAppointment);
            case Tie.Visit visit -> after(visit.at(), afterVisit);
            case Tie.Record record -> after(record.at(), afterVisit);
            case Tie.Message message -> after(message.at(), afterVisit);
            case Tie.Assignment _ -> WITHOUT_END;
        };
    }

    private static boolean founds(Tie tie) {
        return switch (tie) {
            case Tie.Visit _, Tie.Record _, Tie.Assignment _ -> true;
            case Tie.Appointment _, Tie.Message _ -> false;
        };
    }

    private static Instant after(Instant at, Period period) {
        return at.atOffset(ZoneOffset.UTC).plus(period).toInstant();
    }

    private static boolean positive(Period period) {
        return !period.isNegative() && !period.isZero();
    }
}
