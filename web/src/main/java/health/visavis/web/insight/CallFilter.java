package health.visavis.web.insight;

import health.visavis.insight.CallQuery;
import health.visavis.insight.CallRecord;
import health.visavis.kernel.VisitId;
import health.visavis.web.components.Choice;
import health.visavis.web.components.Days;
import health.visavis.web.components.FilterAddress;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/// What the address of the list of calls says.
///
/// @param from first day, in the viewer's zone
/// @param to last day, in the viewer's zone
/// @param after for the next page: the last call of the page before, as `instant~visit~leg`
public record CallFilter(
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
        @Nullable String engine,
        @Nullable String outcome,
        @Nullable String after) {

    static final int PAGE = 50;

    CallQuery query(ZoneId zone, Clock clock, int limit) {
        return new CallQuery(
                days().begin(zone),
                days().end(zone, clock),
                engine == null || engine.isEmpty() ? null : engine,
                knownOutcome().orElse(null),
                place().orElse(null),
                limit);
    }

    String next(CallRecord last) {
        return address("/calls")
                .with("after", last.beganAt() + "~" + last.visit() + "~" + last.leg())
                .toString();
    }

    public String export(String kind) {
        return address("/calls." + kind).toString();
    }

    private FilterAddress address(String path) {
        return new FilterAddress(path, days())
                .with("engine", engine != null && engine.matches("[a-z][a-z0-9-]*") ? engine : null)
                .with("outcome", knownOutcome().orElse(null));
    }

    /// Whether only some days were asked for.
    public boolean narrows() {
        return from != null || to != null;
    }

    private Days days() {
        return new Days(from, to);
    }

    private Optional<CallRecord.Outcome> knownOutcome() {
        return Choice.named(CallRecord.Outcome.class, outcome);
    }

    /// An address that somebody has changed begins with the first page.
    private Optional<CallQuery.Place> place() {
        var parts = after == null ? new String[0] : after.split("~");
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CallQuery.Place(
                    Instant.parse(parts[0]), new VisitId(UUID.fromString(parts[1])), Integer.parseInt(parts[2])));
        } catch (IllegalArgumentException | DateTimeException changed) {
            return Optional.empty();
        }
    }
}
