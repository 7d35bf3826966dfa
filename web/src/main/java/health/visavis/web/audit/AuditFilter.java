package health.visavis.web.audit;

import health.visavis.access.Action;
import health.visavis.access.Passage;
import health.visavis.audit.AuditEvent.Outcome;
import health.visavis.audit.AuditQuery;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import health.visavis.web.components.Choice;
import health.visavis.web.components.Days;
import health.visavis.web.components.FilterAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/// What the address of the trail says. Ids only: a name has no place in an address.
///
/// @param from first day, in the viewer's zone
/// @param to last day, in the viewer's zone
/// @param before for the next page: rows older than this
public record AuditFilter(
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
        @Nullable String action,
        @Nullable String outcome,
        @Nullable UUID actor,
        @Nullable UUID patient,
        @DateTimeFormat(iso = ISO.DATE_TIME) @Nullable Instant before) {

    static final int PAGE = 50;

    AuditQuery query(ZoneId zone, Clock clock) {
        var end = days().end(zone, clock);
        return new AuditQuery(
                actor == null ? null : new PersonId(actor),
                patient == null ? null : new PatientId(patient),
                knownAction(),
                knownOutcome().orElse(null),
                days().begin(zone),
                before != null && before.isBefore(end) ? before : end,
                PAGE);
    }

    String older(Instant oldestShown) {
        return new FilterAddress("/audit", days())
                .with("action", knownAction())
                .with("outcome", knownOutcome().orElse(null))
                .with("actor", actor)
                .with("patient", patient)
                .with("before", oldestShown)
                .toString();
    }

    private Days days() {
        return new Days(from, to);
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

    private Optional<Outcome> knownOutcome() {
        return Choice.named(Outcome.class, outcome);
    }
}
