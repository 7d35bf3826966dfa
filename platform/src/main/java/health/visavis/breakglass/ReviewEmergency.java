package health.visavis.breakglass;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.Explanation;
import health.visavis.access.Permission;
import health.visavis.access.UseCase;
import health.visavis.audit.AuditEvent;
import health.visavis.audit.AuditQuery;
import health.visavis.audit.AuditReader;
import health.visavis.breakglass.EmergencyReview.Verdict;
import health.visavis.breakglass.store.EmergencyAccesses;
import health.visavis.breakglass.store.EmergencyAccesses.Reviewed;
import health.visavis.breakglass.store.EmergencyCodes;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import health.visavis.kernel.Sensitive;
import health.visavis.keys.ContentDestroyed;
import health.visavis.keys.PatientCipher;
import health.visavis.people.Administrators;
import health.visavis.people.PatientSummary;
import health.visavis.people.People;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An administrator looks at each emergency and says whether it was one. Nobody judges their own, unless nobody else is
/// there.
@UseCase
public class ReviewEmergency {

    public static final int AT_ONCE = 100;

    /// @param words what was said to have happened; null when the patient's content was destroyed
    /// @param acts how often each act was done meanwhile because of it, by its code
    /// @param own whether the reader has opened it
    public record Waiting(
            EmergencyAccess access,
            @Nullable String staffName,
            @Nullable String patientName,
            @Nullable Sensitive<String> words,
            Map<String, Long> acts,
            boolean own) {}

    /// @param reviewerName of who has judged it
    public record Judged(
            EmergencyAccess access,
            @Nullable String staffName,
            @Nullable String patientName,
            EmergencyReview review,
            @Nullable String reviewerName) {}

    /// @param waiting oldest first
    /// @param judged the last one first
    /// @param onlyAdministrator whether nobody else could judge what the reader has opened
    public record Found(List<Waiting> waiting, List<Judged> judged, boolean onlyAdministrator) {}

    public sealed interface ReviewOutcome {

        record Judged() implements ReviewOutcome {}

        record NoSuchEmergency() implements ReviewOutcome {}

        /// Somebody was quicker; what they found stands.
        record JudgedBefore() implements ReviewOutcome {}

        record OwnEmergency() implements ReviewOutcome {}
    }

    private final Access access;
    private final EmergencyAccesses accesses;
    private final EmergencyCodes codes;
    private final AuditReader trail;
    private final People people;
    private final Administrators administrators;
    private final PatientCipher cipher;
    private final Clock clock;

    ReviewEmergency(
            Access access,
            EmergencyAccesses accesses,
            EmergencyCodes codes,
            AuditReader trail,
            People people,
            Administrators administrators,
            PatientCipher cipher,
            Clock clock) {
        this.access = access;
        this.accesses = accesses;
        this.codes = codes;
        this.trail = trail;
        this.people = people;
        this.administrators = administrators;
        this.cipher = cipher;
        this.clock = clock;
    }

    public Found list(Actor actor) {
        var receipt = access.require(actor, Action.LIST_EMERGENCIES.anyone());
        var waiting = accesses.waiting(AT_ONCE);
        var judged = accesses.judged(AT_ONCE);
        var all = Stream.concat(waiting.stream(), judged.stream().map(Reviewed::access))
                .toList();
        var patients = all.stream().map(EmergencyAccess::patient).distinct().toList();
        access.showed(receipt, patients);
        var patientNames = people.patients(patients).stream()
                .collect(Collectors.<PatientSummary, PatientId, String>toMap(
                        PatientSummary::id, PatientSummary::displayName));
        var names = people.displayNames(Stream.concat(
                        all.stream().map(EmergencyAccess::staff),
                        judged.stream().map(one -> one.review().by()))
                .distinct()
                .toList());
        return new Found(
                waiting.stream()
                        .map(one -> waiting(actor.person(), one, names, patientNames))
                        .toList(),
                judged.stream()
                        .map(one -> new Judged(
                                one.access(),
                                names.get(one.access().staff()),
                                patientNames.get(one.access().patient()),
                                one.review(),
                                names.get(one.review().by())))
                        .toList(),
                administrators.isOnlyOne(actor.person()));
    }

    /// For the start page: how many wait, records and sealed codes together. It tells nothing of them, and leaves no
    /// row.
    public long waitingCount(Actor actor) {
        access.requireForUpdate(actor, Action.LIST_EMERGENCIES.anyone());
        return accesses.waitingCount() + codes.waitingCount();
    }

    /// What was no emergency is over at once.
    public ReviewOutcome judge(Actor actor, UUID emergency, Verdict verdict) {
        access.require(actor, permission(emergency));
        var found = accesses.find(emergency);
        if (found.isEmpty()) {
            return new ReviewOutcome.NoSuchEmergency();
        }
        if (found.get().staff().equals(actor.person()) && !administrators.isOnlyOne(actor.person())) {
            return new ReviewOutcome.OwnEmergency();
        }
        var now = clock.instant();
        if (!accesses.judge(emergency, new EmergencyReview(actor.person(), now, verdict))) {
            return new ReviewOutcome.JudgedBefore();
        }
        if (verdict == Verdict.NOT_JUSTIFIED) {
            accesses.end(emergency, now);
        }
        return new ReviewOutcome.Judged();
    }

    private Permission permission(UUID emergency) {
        return accesses.find(emergency)
                .map(found -> Action.REVIEW_EMERGENCY.of(found.patient(), emergency))
                .orElseGet(() -> Action.REVIEW_EMERGENCY.about(emergency));
    }

    private Waiting waiting(
            PersonId reader, EmergencyAccess one, Map<PersonId, String> names, Map<PatientId, String> patientNames) {
        return new Waiting(
                one,
                names.get(one.staff()),
                patientNames.get(one.patient()),
                words(one),
                acts(one),
                one.staff().equals(reader));
    }

    private @Nullable Sensitive<String> words(EmergencyAccess one) {
        try {
            return Sensitive.of(
                    cipher.decryptText(one.patient(), EmergencyAccesses.wordsOf(one.id()), accesses.words(one.id())));
        } catch (ContentDestroyed gone) {
            return null;
        }
    }

    private Map<String, Long> acts(EmergencyAccess one) {
        var during =
                new AuditQuery(one.staff(), one.patient(), null, null, one.openedAt(), one.over(), AuditQuery.MOST);
        return trail.findWithoutPermissionCheck(during).stream()
                .filter(row -> row.reason().equals(Explanation.BREAK_GLASS.code()))
                .collect(Collectors.groupingBy(AuditEvent::action, TreeMap::new, Collectors.counting()));
    }
}
