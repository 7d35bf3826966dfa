package health.visavis.insight;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.Explanation;
import health.visavis.access.Passage;
import health.visavis.access.UseCase;
import health.visavis.alarm.TrailActs;
import health.visavis.audit.AuditEvent;
import health.visavis.audit.AuditEvent.Outcome;
import health.visavis.audit.AuditQuery;
import health.visavis.audit.AuditReader;
import health.visavis.audit.AuditReader.Accesses;
import health.visavis.insight.store.WatchedPatients;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import health.visavis.people.PatientSummary;
import health.visavis.people.People;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Who had to do with patients' data: of everybody, by one person, or of one patient; and what is unusual about it.
/// Administrators ask, and are on the trail for it, with the patients they were shown.
@UseCase
public class ReportAccess {

    /// @param watched whether the one patient that was asked about is on watch; false without one
    /// @param more whether there is more than is shown
    public record Report(List<AccessLine> lines, boolean watched, boolean more) {}

    /// @param looked how many rows were looked at
    /// @param more whether there are more than were looked at
    public record UnusualReport(List<UnusualAccess> found, int looked, boolean more) {}

    /// What is known of those that a report is about.
    private record Known(
            Map<PersonId, String> actorNames,
            Map<PersonId, String> familyNames,
            Map<PatientId, PatientSummary> patients,
            Set<PatientId> watched) {}

    private static final Set<String> PASSAGES =
            Arrays.stream(Passage.values()).map(Passage::code).collect(Collectors.toUnmodifiableSet());

    private final Access access;
    private final AuditReader reader;
    private final People people;
    private final WatchedPatients watched;
    private final WorkingHours hours;

    ReportAccess(Access access, AuditReader reader, People people, WatchedPatients watched, WorkingHours hours) {
        this.access = access;
        this.reader = reader;
        this.people = people;
        this.watched = watched;
        this.hours = hours;
    }

    /// One line for each person and patient, the last access first.
    public Report accesses(Actor actor, AuditQuery query) {
        var receipt = access.require(actor, Action.REPORT_ACCESS.anyone());
        var found = reader.accessesWithoutPermissionCheck(query, PASSAGES);
        var patients = found.stream().map(Accesses::patient).distinct().toList();
        access.showed(receipt, patients);
        var actorNames = people.displayNames(
                found.stream().map(Accesses::actor).distinct().toList());
        var known = summaries(patients);
        return new Report(
                found.stream()
                        .map(one -> new AccessLine(one, actorNames.get(one.actor()), name(known, one.patient())))
                        .toList(),
                query.patient() != null && watched.of(List.of(query.patient())).contains(query.patient()),
                found.size() == query.limit());
    }

    /// Records, messages, files and recordings that staff opened, or tried to, where something is unusual; newest
    /// first.
    public UnusualReport unusual(Actor actor, AuditQuery query) {
        var receipt = access.require(actor, Action.REPORT_ACCESS.anyone());
        var rows = reader.aboutPatientsWithoutPermissionCheck(TrailActs.READING, query);
        var known = known(rows);
        var found = rows.stream()
                .map(row -> new UnusualAccess(entry(row, known), reasons(row, known)))
                .filter(one -> !one.reasons().isEmpty())
                .toList();
        access.showed(
                receipt,
                found.stream()
                        .map(one -> patient(one.entry().event()))
                        .distinct()
                        .toList());
        return new UnusualReport(found, rows.size(), rows.size() == query.limit());
    }

    private Known known(List<AuditEvent> rows) {
        var patients =
                summaries(rows.stream().map(ReportAccess::patient).distinct().toList());
        var actors = rows.stream().map(AuditEvent::actor).distinct().toList();
        var persons = rows.stream().map(AuditEvent::actor).collect(Collectors.toSet());
        patients.values().forEach(patient -> persons.add(patient.person()));
        return new Known(
                people.displayNames(actors), people.familyNames(persons), patients, watched.of(patients.keySet()));
    }

    private Set<Unusual> reasons(AuditEvent row, Known known) {
        var reasons = EnumSet.noneOf(Unusual.class);
        var summary = known.patients().get(patient(row));
        if (known.watched().contains(patient(row))) {
            reasons.add(Unusual.WATCHED);
        }
        if (summary != null && summary.person().equals(row.actor())) {
            reasons.add(Unusual.SELF);
        } else if (summary != null
                && isSame(
                        known.familyNames().get(row.actor()),
                        known.familyNames().get(summary.person()))) {
            reasons.add(Unusual.SAME_FAMILY_NAME);
        }
        if (!hours.contain(row.at())) {
            reasons.add(Unusual.AFTER_HOURS);
        }
        if (row.reason().equals(Explanation.BREAK_GLASS.code())) {
            reasons.add(Unusual.EMERGENCY);
        }
        if (row.outcome() == Outcome.REFUSED && row.reason().equals(Explanation.NO_RELATIONSHIP.code())) {
            reasons.add(Unusual.NO_RELATIONSHIP);
        }
        return reasons;
    }

    private static boolean isSame(@Nullable String one, @Nullable String other) {
        return one != null
                && other != null
                && one.strip().toLowerCase(Locale.ROOT).equals(other.strip().toLowerCase(Locale.ROOT));
    }

    private static PatientId patient(AuditEvent row) {
        return Objects.requireNonNull(row.patient());
    }

    private Map<PatientId, PatientSummary> summaries(List<PatientId> ids) {
        return people.patients(ids).stream()
                .collect(Collectors.<PatientSummary, PatientId, PatientSummary>toMap(
                        PatientSummary::id, summary -> summary));
    }

    private static AuditEntry entry(AuditEvent row, Known known) {
        return new AuditEntry(row, known.actorNames().get(row.actor()), name(known.patients(), patient(row)));
    }

    private static @Nullable String name(Map<PatientId, PatientSummary> known, PatientId patient) {
        var summary = known.get(patient);
        return summary == null ? null : summary.displayName();
    }
}
