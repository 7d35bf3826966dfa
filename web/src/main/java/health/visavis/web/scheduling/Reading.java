package health.visavis.web.scheduling;

import health.visavis.web.layout.Shell;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// On whose clock times are read.
///
/// @param beside a second clock that is shown where it differs
record Reading(ZoneId zone, @Nullable ZoneId beside) {

    static Reading of(Shell shell) {
        return new Reading(shell.zone(), null);
    }

    LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }
}
