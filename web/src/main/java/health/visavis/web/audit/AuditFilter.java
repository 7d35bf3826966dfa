package health.visavis.web.audit;

import health.visavis.access.Action;
import health.visavis.access.Passage;
import health.visavis.audit.AuditEvent.Outcome;
import health.visavis.audit.AuditQuery;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// What the address of the trail says. Ids only: a name has no place in an address.
///
/// @param from first day, in the viewer's zone
/// @param to last day, in the viewer's zone
/// @param before for the next page: rows older than this
public record AuditFilter(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String action,
        @Nullable String outcome,
        @Nullable UUID actor,
        @Nullable UUID patient,
        @Nullable Instant before) {

    static final int PAGE = 50;

    AuditQuery query(ZoneId zone, Clock clock) {
        var end = to == null
                ? clock.instant().plusSeconds(1)
                : to.plusDays(1).atStartOfDay(zone).toInstant();
        return new AuditQuery(
                actor == null ? null : new PersonId(actor),
                patient == null ? null : new PatientId(patient),
                knownAction(),
                knownOutcome(),
                from == null ? Instant.EPOCH : from.atStartOfDay(zone).toInstant(),
                before != null && before.isBefore(end) ? before : end,
                PAGE);
    }

    String older(Instant oldestShown) {
        var address = UriComponentsBuilder.fromPath("/audit");
        if (from != null) {
            address.queryParam("from", from);
        }
        if (to != null) {
            address.queryParam("to", to);
        }
        if (knownAction() != null) {
            address.queryParam("action", knownAction());
        }
        if (knownOutcome() != null) {
            address.queryParam("outcome", knownOutcome());
        }
        if (actor != null) {
            address.queryParam("actor", actor);
        }
        if (patient != null) {
            address.queryParam("patient", patient);
        }
        return address.queryParam("before", oldestShown).toUriString();
    }

    /// Everything the trail knows: what asks for permission, and coming and going.
    static Stream<String> acts() {
        return Stream.concat(
                Arrays.stream(Action.values()).map(Action::code),
                Arrays.stream(Passage.values()).map(Passage::code));
    }

    private @Nullable String knownAction() {
        return acts().filter(code -> code.equals(action)).findFirst().orElse(null);
    }

    private @Nullable Outcome knownOutcome() {
        return Arrays.stream(Outcome.values())
                .filter(value -> value.name().equals(outcome))
                .findFirst()
                .orElse(null);
    }
}
