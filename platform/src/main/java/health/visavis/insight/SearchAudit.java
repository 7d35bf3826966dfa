package health.visavis.insight;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.audit.AuditEvent;
import health.visavis.audit.AuditQuery;
import health.visavis.audit.AuditReader;
import health.visavis.kernel.PatientId;
import health.visavis.people.PatientSummary;
import health.visavis.people.People;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// Admins look through the trail, and are on it for that.
@UseCase
public class SearchAudit {

    private final Access access;
    private final AuditReader reader;
    private final People people;

    SearchAudit(Access access, AuditReader reader, People people) {
        this.access = access;
        this.reader = reader;
        this.people = people;
    }

    public List<AuditEntry> search(Actor actor, AuditQuery query) {
        var receipt = access.require(actor, Action.SEARCH_AUDIT.anyone());
        var events = reader.findWithoutPermissionCheck(query);
        var patients = events.stream()
                .map(AuditEvent::patient)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        access.showed(receipt, patients);
        var actorNames = people.displayNames(
                events.stream().map(AuditEvent::actor).distinct().toList());
        var patientNames = people.patients(patients).stream()
                .collect(Collectors.<PatientSummary, PatientId, String>toMap(
                        PatientSummary::id, PatientSummary::displayName));
        return events.stream()
                .map(event -> new AuditEntry(
                        event,
                        actorNames.get(event.actor()),
                        event.patient() == null ? null : patientNames.get(event.patient())))
                .toList();
    }
}
