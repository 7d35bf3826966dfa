package health.visavis.insight;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.audit.AuditEvent;
import health.visavis.audit.AuditReader;
import health.visavis.insight.store.AccessQuestions;
import health.visavis.insight.store.AccessQuestions.Stored;
import health.visavis.kernel.PatientId;
import health.visavis.people.PatientSummary;
import health.visavis.people.People;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What patients asked about their trail, for those who answer it.
@UseCase
public class AnswerAccessQuestions {

    /// @param patientName of who asks
    /// @param actorName of whom is asked about; null for a process of ours or a guest
    public record Asked(
            PatientId patient,
            @Nullable String patientName,
            AuditEvent event,
            @Nullable String actorName,
            Instant askedAt) {}

    private final Access access;
    private final AccessQuestions questions;
    private final AuditReader reader;
    private final People people;
    private final Clock clock;

    AnswerAccessQuestions(Access access, AccessQuestions questions, AuditReader reader, People people, Clock clock) {
        this.access = access;
        this.questions = questions;
        this.reader = reader;
        this.people = people;
        this.clock = clock;
    }

    /// Oldest first.
    public List<Asked> open(Actor actor) {
        var receipt = access.require(actor, Action.LIST_ACCESS_QUESTIONS.anyone());
        var open = questions.open();
        var patients = open.stream().map(Stored::patient).distinct().toList();
        access.showed(receipt, patients);
        var patientNames = people.patients(patients).stream()
                .collect(Collectors.<PatientSummary, PatientId, String>toMap(
                        PatientSummary::id, PatientSummary::displayName));
        var events = reader
                .rowsWithoutPermissionCheck(
                        open.stream().map(Stored::event).distinct().toList())
                .stream()
                .collect(Collectors.<AuditEvent, UUID, AuditEvent>toMap(AuditEvent::id, event -> event));
        var actorNames = people.displayNames(
                events.values().stream().map(AuditEvent::actor).distinct().toList());
        // A question may outlive its entry: then nobody can answer it any more.
        return open.stream()
                .filter(stored -> events.containsKey(stored.event()))
                .map(stored -> {
                    var event = Objects.requireNonNull(events.get(stored.event()));
                    return new Asked(
                            stored.patient(),
                            patientNames.get(stored.patient()),
                            event,
                            actorNames.get(event.actor()),
                            stored.askedAt());
                })
                .toList();
    }

    /// Once the patient has an answer. Closing a second time is quiet.
    public void close(Actor actor, PatientId patient, UUID event) {
        access.require(actor, Action.CLOSE_ACCESS_QUESTION.of(patient, event));
        questions.close(event, patient, actor.person(), clock.instant());
    }
}
