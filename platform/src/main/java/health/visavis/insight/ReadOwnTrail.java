package health.visavis.insight;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.Permission;
import health.visavis.access.Role;
import health.visavis.access.Subject;
import health.visavis.access.UseCase;
import health.visavis.audit.PatientTrail;
import health.visavis.audit.PatientTrail.OwnRow;
import health.visavis.breakglass.EmergencyAccess;
import health.visavis.breakglass.OpenedRecords;
import health.visavis.insight.OwnEntry.Question;
import health.visavis.insight.store.AccessQuestions;
import health.visavis.insight.store.AccessQuestions.Stored;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import health.visavis.people.People;
import health.visavis.proxy.ActingPeople;
import health.visavis.proxy.Relationship;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Who had to do with my data, when and why: for the patient alone, who is on the trail for looking, too.
@UseCase
public class ReadOwnTrail {

    public static final int PAGE = 30;

    private final Access access;
    private final PatientTrail trail;
    private final AccessQuestions questions;
    private final OpenedRecords openedRecords;
    private final ActingPeople actingPeople;
    private final People people;

    ReadOwnTrail(
            Access access,
            PatientTrail trail,
            AccessQuestions questions,
            OpenedRecords openedRecords,
            ActingPeople actingPeople,
            People people) {
        this.access = access;
        this.trail = trail;
        this.questions = questions;
        this.openedRecords = openedRecords;
        this.actingPeople = actingPeople;
        this.people = people;
    }

    /// @param staffName null where there is no name any more
    public record Opened(EmergencyAccess access, @Nullable String staffName) {}

    /// @param emergencies who has opened the record in an emergency, the last one first; on the first page only
    public record OwnPage(List<OwnEntry> entries, List<Opened> emergencies) {}

    /// @param before entries with smaller numbers, newest first; the largest number there is for the first page
    /// @param withOwn what the patient did is shown as well; it hides who else looked among many rows
    public OwnPage entries(Actor actor, long before, boolean withOwn) {
        access.require(actor, own(actor, Action.READ_OWN_TRAIL));
        var patient = Objects.requireNonNull(actor.patient());
        var rows = trail.withoutPermissionCheck(patient, before, PAGE, withOwn ? null : actor.person());
        var names = people.displayNames(
                rows.stream().map(row -> row.event().actor()).distinct().toList());
        var acting = actingPeople.of(patient);
        var asked = asked(patient, rows);
        var entries = rows.stream()
                .map(row -> new OwnEntry(
                        row.number(),
                        row.event(),
                        names.get(row.event().actor()),
                        row.event().actor().equals(actor.person()),
                        actingAs(row, acting),
                        question(asked.get(row.event().id()))))
                .toList();
        return new OwnPage(entries, before == Long.MAX_VALUE ? emergencies(patient) : List.of());
    }

    /// Somebody who acts for the patient may also work at the clinic; there they are who they are.
    private static @Nullable Relationship actingAs(OwnRow row, Map<PersonId, Relationship> acting) {
        return row.event().actorRoles().equals(Role.PATIENT.name())
                ? acting.get(row.event().actor())
                : null;
    }

    private List<Opened> emergencies(PatientId patient) {
        var opened = openedRecords.of(patient);
        var names = people.displayNames(
                opened.stream().map(EmergencyAccess::staff).distinct().toList());
        return opened.stream()
                .map(one -> new Opened(one, names.get(one.staff())))
                .toList();
    }

    /// @param names who the ids of the entries are, for a reader
    public record Taken(PatientTrail.Proof proof, Map<String, String> names) {}

    /// Everything, with the proof that it is everything. Empty while nothing about this patient is signed yet.
    public Optional<Taken> take(Actor actor) {
        access.require(actor, own(actor, Action.TAKE_OWN_TRAIL));
        return trail.proofWithoutPermissionCheck(Objects.requireNonNull(actor.patient()))
                .map(proof -> new Taken(proof, names(proof)));
    }

    /// Whoever is no patient has no trail of his own.
    static Permission own(Actor actor, Action action) {
        return actor.patient() == null
                ? action.on(Subject.unknown(actor.person().value()))
                : action.of(actor.patient());
    }

    private Map<String, String> names(PatientTrail.Proof proof) {
        var actors = proof.entries().stream()
                .map(entry -> PersonId.of(Objects.requireNonNull(entry.get("actor"))))
                .distinct()
                .toList();
        return people.displayNames(actors).entrySet().stream()
                .collect(Collectors.<Map.Entry<PersonId, String>, String, String>toMap(
                        named -> named.getKey().toString(), Map.Entry::getValue));
    }

    private Map<UUID, Stored> asked(PatientId patient, List<OwnRow> rows) {
        return questions.of(patient, rows.stream().map(row -> row.event().id()).toList()).stream()
                .collect(Collectors.<Stored, UUID, Stored>toMap(Stored::event, stored -> stored));
    }

    private static Question question(@Nullable Stored asked) {
        return asked == null ? Question.NONE : asked.closedAt() == null ? Question.ASKED : Question.ANSWERED;
    }
}
