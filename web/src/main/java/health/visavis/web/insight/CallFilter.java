package health.visavis.web.insight;

import health.visavis.insight.CallQuery;
import health.visavis.insight.CallRecord;
import health.visavis.kernel.VisitId;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// What the address of the list of calls says.
///
/// @param from first day, in the viewer's zone
/// @param to last day, in the viewer's zone
/// @param after for the next page: the last call of the page before, as `instant~visit~leg`
public record CallFilter(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String engine,
        @Nullable String outcome,
        @Nullable String after) {

    static final int PAGE = 50;

    CallQuery query(ZoneId zone, Clock clock, int limit) {
        return new CallQuery(
                from == null ? Instant.EPOCH : from.atStartOfDay(zone).toInstant(),
                to == null
                        ? clock.instant().plusSeconds(1)
                        : to.plusDays(1).atStartOfDay(zone).toInstant(),
                engine == null || engine.isEmpty() ? null : engine,
                knownOutcome().orElse(null),
                place().orElse(null),
                limit);
    }

    String next(CallRecord last) {
        return address("/calls")
                .queryParam("after", last.beganAt() + "~" + last.visit() + "~" + last.leg())
                .toUriString();
    }

    public String export(String kind) {
        return address("/calls." + kind).toUriString();
    }

    private UriComponentsBuilder address(String path) {
        var address = UriComponentsBuilder.fromPath(path);
        if (from != null) {
            address.queryParam("from", from);
        }
        if (to != null) {
            address.queryParam("to", to);
        }
        if (engine != null && engine.matches("[a-z][a-z0-9-]*")) {
            address.queryParam("engine", engine);
        }
        knownOutcome().ifPresent(known -> address.queryParam("outcome", known));
        return address;
    }

    private Optional<CallRecord.Outcome> knownOutcome() {
        return Arrays.stream(CallRecord.Outcome.values())
                .filter(value -> value.name().equals(outcome))
                .findFirst();
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
