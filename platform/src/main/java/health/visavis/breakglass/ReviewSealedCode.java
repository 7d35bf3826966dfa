package health.visavis.breakglass;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.Role;
import health.visavis.access.UseCase;
import health.visavis.audit.AuditEvent;
import health.visavis.audit.AuditQuery;
import health.visavis.audit.AuditReader;
import health.visavis.breakglass.EmergencyReview.Verdict;
import health.visavis.breakglass.store.EmergencyCodes;
import health.visavis.breakglass.store.EmergencyCodes.Reviewed;
import health.visavis.kernel.PersonId;
import health.visavis.people.Administrators;
import health.visavis.people.People;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An administrator looks at each sealed code that was used and says whether it had to be. What was opened with it is
/// judged by itself ([ReviewEmergency]).
@UseCase
public class ReviewSealedCode {

    public static final int AT_ONCE = 100;

    /// @param acts how often each act was done with it, by its code
    /// @param own whether it was the reader's
    public record Waiting(UsedCode code, @Nullable String staffName, Map<String, Long> acts, boolean own) {}

    /// @param reviewerName of who has judged it
    public record Judged(
            UsedCode code,
            @Nullable String staffName,
            EmergencyReview review,
            @Nullable String reviewerName) {}

    /// @param waiting oldest first
    /// @param judged the last one first
    /// @param onlyAdministrator whether nobody else could judge the reader's own
    public record Found(List<Waiting> waiting, List<Judged> judged, boolean onlyAdministrator) {}

    public sealed interface ReviewOutcome {

        /// @param of whose code it was
        record Judged(PersonId of) implements ReviewOutcome {}

        record NoSuchCode() implements ReviewOutcome {}

        /// Somebody was quicker; what they found stands.
        record JudgedBefore() implements ReviewOutcome {}

        record OwnCode() implements ReviewOutcome {}
    }

    private final Access access;
    private final EmergencyCodes codes;
    private final AuditReader trail;
    private final People people;
    private final Administrators administrators;
    private final Clock clock;

    ReviewSealedCode(
            Access access,
            EmergencyCodes codes,
            AuditReader trail,
            People people,
            Administrators administrators,
            Clock clock) {
        this.access = access;
        this.codes = codes;
        this.trail = trail;
        this.people = people;
        this.administrators = administrators;
        this.clock = clock;
    }

    public Found list(Actor actor) {
        access.require(actor, Action.LIST_EMERGENCIES.anyone());
        var waiting = codes.waiting(AT_ONCE);
        var judged = codes.judged(AT_ONCE);
        var names = people.displayNames(Stream.concat(
                        waiting.stream().map(UsedCode::by),
                        judged.stream()
                                .flatMap(one ->
                                        Stream.of(one.code().by(), one.review().by())))
                .distinct()
                .toList());
        return new Found(
                waiting.stream()
                        .map(one -> new Waiting(
                                one, names.get(one.by()), acts(one), one.by().equals(actor.person())))
                        .toList(),
                judged.stream().map(one -> judged(one, names)).toList(),
                administrators.isOnlyOne(actor.person()));
    }

    /// What did not have to be used says that somebody else may have the paper: what is left of it opens nothing any
    /// more.
    public ReviewOutcome judge(Actor actor, UUID code, Verdict verdict) {
        access.require(actor, Action.REVIEW_EMERGENCY.about(code));
        var found = codes.used(code);
        if (found.isEmpty()) {
            return new ReviewOutcome.NoSuchCode();
        }
        var by = found.get().by();
        if (by.equals(actor.person()) && !administrators.isOnlyOne(actor.person())) {
            return new ReviewOutcome.OwnCode();
        }
        var now = clock.instant();
        if (!codes.judge(code, new EmergencyReview(actor.person(), now, verdict))) {
            return new ReviewOutcome.JudgedBefore();
        }
        if (verdict == Verdict.NOT_JUSTIFIED) {
            codes.withdrawLeft(by, now);
        }
        return new ReviewOutcome.Judged(by);
    }

    private static Judged judged(Reviewed one, Map<PersonId, String> names) {
        return new Judged(
                one.code(),
                names.get(one.code().by()),
                one.review(),
                names.get(one.review().by()));
    }

    private Map<String, Long> acts(UsedCode code) {
        var during = new AuditQuery(
                code.by(), null, null, null, code.at(), code.at().plus(EnterByCode.GOOD_FOR), AuditQuery.MOST);
        return trail.findWithoutPermissionCheck(during).stream()
                .filter(row -> row.actorRoles().equals(Role.EMERGENCY.name()))
                .collect(Collectors.groupingBy(AuditEvent::action, TreeMap::new, Collectors.counting()));
    }
}
