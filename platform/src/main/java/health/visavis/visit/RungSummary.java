package health.visavis.visit;

import health.visavis.visit.domain.Rung;
import java.time.Instant;
import java.util.Locale;

/// One step of a visit's ladder as pages read it.
///
/// @param reason why the visit came there, such as `started` or `media-lost`
public record RungSummary(int number, EngineName engine, String reason, Instant reachedAt) {

    static RungSummary of(Rung rung) {
        var reason = rung.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new RungSummary(rung.number(), new EngineName(rung.engine()), reason, rung.reachedAt());
    }
}
