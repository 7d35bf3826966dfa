package health.visavis.web.scheduling;

import health.visavis.scheduling.AppointmentState;
import health.visavis.scheduling.AppointmentSummary;
import java.time.Instant;
import java.util.Locale;

/// How an appointment stands, as a word in a badge and as a sentence per side.
///
/// @param code ends the keys of its texts
/// @param badge kind of the badge
public record AppointmentStatus(String code, String badge) {

    static AppointmentStatus of(AppointmentSummary appointment, Instant now) {
        if (appointment.state() == AppointmentState.REQUESTED
                && !appointment.slot().end().isAfter(now)) {
            return new AppointmentStatus("lapsed", "plain");
        }
        return new AppointmentStatus(
                appointment.state().name().toLowerCase(Locale.ROOT).replace('_', '-'), badge(appointment.state()));
    }

    private static String badge(AppointmentState state) {
        return switch (state) {
            case REQUESTED -> "warn";
            case CONFIRMED -> "success";
            case FULFILLED -> "info";
            case DECLINED, CANCELLED, NO_SHOW -> "plain";
        };
    }
}
