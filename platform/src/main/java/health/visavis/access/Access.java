package health.visavis.access;

import health.visavis.access.VisitGuests.Standing;
import health.visavis.audit.AuditEvent;
import health.visavis.audit.AuditEvent.Outcome;
import health.visavis.audit.AuditTrail;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import health.visavis.kernel.TimeOrderedId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The one decision function: deny unless a role's reach in [Action] says otherwise.
@Component
@EnableConfigurationProperties(AccessSettings.class)
public class Access {

    /// The audit row of a granted access, for acts that learn only later whose data they touch.
    ///
    /// @param inEmergency whether it was granted because the record was opened in an emergency
    /// @param clearance how sensitive entries of the chart may be that are shown because of it
    public record Receipt(UUID auditEvent, boolean inEmergency, Sensitivity clearance) {}

    /// A granted access whose row waits until something came of it.
    public record Attempt(AuditEvent event) {}

    private final Facts facts;
    private final VisitGuests guests;
    private final ProxyGrants proxies;
    private final AuditTrail trail;
    private final AccessSettings settings;
    private final Clock clock;

    Access(
            CareRelationships relationships,
            VisitGuests guests,
            EmergencyGrants emergencies,
            PatientConsents consents,
            ProxyGrants proxies,
            AuditTrail trail,
            AccessSettings settings,
            Clock clock) {
        this.facts = new Facts.Known(relationships, emergencies, consents);
        this.guests = guests;
        this.proxies = proxies;
        this.trail = trail;
        this.settings = settings;
        this.clock = clock;
    }

    /// Grants and writes the audit row in the caller's transaction (but see [Action#leavesTrace]), or refuses.
    ///
    /// @throws AccessDenied when refused; the refusal is on the trail by the time a caller of the use case sees it
    public Receipt require(Actor actor, Permission permission) {
        var decision = granted(actor, permission);
        var event = event(actor, permission, decision, Outcome.GRANTED);
        if (permission.action().leavesTrace()) {
            trail.record(event);
        }
        return new Receipt(event.id(), decision.explanation() == Explanation.BREAK_GLASS, decision.clearance());
    }

    /// As [#require], for what is tried again and again and mostly changes nothing: the row is written by [#succeeded].
    ///
    /// @throws AccessDenied when refused; that is on the trail like any other refusal
    public Attempt requireForAttempt(Actor actor, Permission permission) {
        return new Attempt(event(actor, permission, granted(actor, permission), Outcome.GRANTED));
    }

    /// Writes the row of an attempt that changed something, in the caller's transaction.
    public void succeeded(Attempt attempt) {
        trail.record(attempt.event());
    }

    /// What somebody wants to do.
    public record Request(Actor actor, Permission permission) {}

    /// As [#require] for all of them, whose rows are written in one statement; the first that is refused refuses
    /// all.
    public void requireAll(List<Request> requests) {
        var events = new ArrayList<AuditEvent>(requests.size());
        for (var request : requests) {
            var decision = granted(request.actor(), request.permission());
            events.add(event(request.actor(), request.permission(), decision, Outcome.GRANTED));
        }
        trail.recordAll(events);
    }

    /// For a page that keeps itself up to date with what it was granted when it was opened: refused like anything
    /// else, granted without another row. One look is one row. Only for what is about no patient.
    public void requireForUpdate(Actor actor, Permission permission) {
        if (permission.subject().patient() != null) {
            throw new IllegalArgumentException("every look at a patient's data is recorded");
        }
        granted(actor, permission);
    }

    /// Adds the patients that a list or a search showed, or whose data the act turned out to be about.
    public void showed(Receipt receipt, Collection<PatientId> patients) {
        trail.touched(receipt.auditEvent(), patients);
    }

    /// For drawing what somebody could do; nothing is recorded and nothing may be shown or done because of it.
    public boolean allows(Actor actor, Permission permission) {
        return decide(actor, permission, facts).granted();
    }

    /// What would be decided, and why.
    ///
    /// @param clearance how sensitive entries of the chart may be that would be shown
    public record Simulated(boolean granted, Explanation explanation, Sensitivity clearance) {}

    /// The same decision about the same question, where something is assumed to be otherwise. Nothing is recorded,
    /// opened or changed by it, and nothing may be shown or done because of it. That somebody asked is on the trail
    /// as [Action#SIMULATE_ACCESS] or [Action#FORESEE_WITHDRAWAL].
    public Simulated simulate(Actor actor, Permission permission, Assumption assumption) {
        var decision = decide(actor, permission, new Facts.Assumed(facts, assumption));
        return new Simulated(decision.granted(), decision.explanation(), decision.clearance());
    }

    /// What somebody goes on with who was granted it before; see [#continues].
    public static final class Continuation {

        private final PatientId patient;

        private Continuation(PatientId patient) {
            this.patient = patient;
        }
    }

    /// For what goes on for a while after it was granted and recorded, such as following a conversation: whether it
    /// would still be granted. Nothing is recorded.
    public Optional<Continuation> continues(Actor actor, Permission permission) {
        return Optional.ofNullable(permission.subject().patient())
                .filter(patient -> allows(actor, permission))
                .map(Continuation::new);
    }

    /// Opens the rows again that what goes on needs, for the caller's transaction.
    public void resume(Continuation continuation) {
        RowScope.ofTransaction().orElseThrow().add(continuation.patient, Sensitivity.ORDINARY);
    }

    /// Before a form is filled in for an act that is sensitive ([Action#needsFreshProof]): whether the person would be
    /// asked to show first who they are. Nothing is recorded and nothing may be done because of it.
    public boolean wantsFreshProof(Actor actor, Action action) {
        return action.needsFreshProof() && !actor.proof().isYoungerThan(settings.freshFor(), clock.instant());
    }

    void recordRefusal(AccessDenied denied) {
        var refusal = denied.refusal();
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a refusal is recorded after the refused transaction");
        }
        trail.recordRefusal(event(refusal.actor(), refusal.permission(), refusal.decision(), Outcome.REFUSED));
    }

    private Decision granted(Actor actor, Permission permission) {
        var decision = decideNow(actor, permission);
        if (!decision.granted()) {
            throw new AccessDenied(new AccessDenied.Refusal(actor, permission, decision));
        }
        RowScope.ofTransaction().ifPresent(scope -> open(scope, actor, permission, decision));
        return decision;
    }

    /// A grant opens the rows of the patient it is about. One about no patient opens a patient's own, and to staff
    /// those of the patients in their care; some open what they need of everybody, or the visits of a clinician. A
    /// guest's opens the visit.
    private static void open(RowScope scope, Actor actor, Permission permission, Decision decision) {
        var patient = permission.subject().patient();
        if (decision.explanation() == Explanation.GUEST) {
            Optional.ofNullable(patient).ifPresent(host -> scope.addFor(Unasked.GUEST_OF_VISIT, host));
            return;
        }
        if (patient != null) {
            scope.add(patient, decision.clearance());
            return;
        }
        var clinician = permission.subject().clinician();
        if (clinician != null && permission.action().opensVisitsOfClinician()) {
            scope.addFor(permission.action(), clinician);
            return;
        }
        if (permission.action().opensRowsOfAll()) {
            scope.addEverybody(permission.action().code());
        }
        if (actor.is(Role.PATIENT) && actor.patient() != null) {
            scope.add(actor.patient(), decision.clearance());
        }
        if (actor.is(Role.DOCTOR) || actor.is(Role.NURSE)) {
            scope.addTreatedBy(actor.person());
        }
    }

    private Decision decideNow(Actor actor, Permission permission) {
        var decision = decide(actor, permission, facts);
        return decision.granted() && wantsFreshProof(actor, permission.action())
                ? new Decision(false, Explanation.PROOF_TOO_OLD)
                : decision;
    }

    /// As if whoever asks had just shown who they are.
    private Decision decide(Actor actor, Permission permission, Facts known) {
        var decision = ofRole(actor, permission, known);
        return decision.granted() && !permission.shown().isWithin(decision.clearance())
                ? new Decision(false, Explanation.CONSENT_WITHHELD)
                : decision;
    }

    private Decision ofRole(Actor actor, Permission permission, Facts known) {
        var reach = actor.roles().stream()
                .map(permission.action()::reachOf)
                .max(Comparator.naturalOrder())
                .orElse(Reach.NOBODY);
        if (reach == Reach.NOBODY) {
            return new Decision(false, Explanation.ROLE_MAY_NOT);
        }
        if (actor.proxy()) {
            return ofProxy(actor, permission, reach);
        }
        var subject = permission.subject();
        if (!subject.exists()) {
            return new Decision(false, Explanation.UNKNOWN);
        }
        if (actor.is(Role.GUEST)) {
            return ofGuest(actor, permission);
        }
        if (reach == Reach.ANY) {
            return new Decision(true, Explanation.ANY, permission.action().clearanceOfAny());
        }
        if (actor.is(Role.EMERGENCY)) {
            return ofEmergency(actor.person(), permission, known);
        }
        if (isOwnAsPatient(actor, permission)) {
            return new Decision(true, Explanation.OWN, Sensitivity.KEPT_APART);
        }
        if (isOwnAsClinician(actor, permission)) {
            return new Decision(true, Explanation.OWN);
        }
        if (reach == Reach.OWN) {
            return new Decision(false, Explanation.NOT_OWN);
        }
        return ofRelated(actor, permission, known);
    }

    /// As far as the patient, and within what the patient has given. That is asked before what it is about: an answer
    /// to whoever may not tells nothing of what there is.
    private Decision ofProxy(Actor actor, Permission permission, Reach reach) {
        var patient = Objects.requireNonNull(actor.patient());
        var given = proxies.scopesOf(actor.person(), patient);
        if (given.isEmpty()) {
            return new Decision(false, Explanation.PROXY_ENDED);
        }
        if (permission.action().proxyScope().filter(given::contains).isEmpty()) {
            return new Decision(false, Explanation.PROXY_NOT_FOR_THIS);
        }
        var subject = permission.subject();
        if (!subject.exists()) {
            return new Decision(false, Explanation.UNKNOWN);
        }
        var about = subject.patient();
        return patient.equals(about) || about == null && reach == Reach.ANY
                ? new Decision(true, Explanation.PROXY)
                : new Decision(false, Explanation.NOT_OWN);
    }

    /// A guest is nothing else: no role beside it counts.
    private Decision ofGuest(Actor actor, Permission permission) {
        var visit = permission.subject().id();
        var standing = visit == null ? Optional.<Standing>empty() : guests.standingOf(actor, visit);
        if (standing.isEmpty()) {
            return new Decision(false, Explanation.NOT_OWN);
        }
        var needed = permission.action().guestStanding();
        return needed.isPresent() && standing.get().compareTo(needed.get()) >= 0
                ? new Decision(true, Explanation.GUEST)
                : new Decision(false, Explanation.NOT_LET_IN);
    }

    /// A patient owns what is about him. A clinician who is also a patient owns his own chart as a patient only.
    private static boolean isOwnAsPatient(Actor actor, Permission permission) {
        return actor.is(Role.PATIENT)
                && permission.action().reachOf(Role.PATIENT).compareTo(Reach.OWN) >= 0
                && actor.patient() != null
                && actor.patient().equals(permission.subject().patient());
    }

    /// A clinician owns what is in his hours.
    private static boolean isOwnAsClinician(Actor actor, Permission permission) {
        var action = permission.action();
        return actor.clinician() != null
                && actor.clinician().equals(permission.subject().clinician())
                && (actor.is(Role.DOCTOR) && action.reachOf(Role.DOCTOR).compareTo(Reach.OWN) >= 0
                        || actor.is(Role.NURSE) && action.reachOf(Role.NURSE).compareTo(Reach.OWN) >= 0);
    }

    /// What two people have agreed on, or have not, stays with the clinician's team when the relationship is over.
    private static Decision ofRelated(Actor actor, Permission permission, Facts known) {
        var subject = permission.subject();
        var patient = subject.patient();
        if (patient != null && known.treats(actor.person(), patient)) {
            return permission.action().showsEntries()
                    ? ofTreating(actor.person(), patient, known)
                    : new Decision(true, Explanation.RELATED);
        }
        if (subject.clinician() != null && known.worksWith(actor.person(), subject.clinician())) {
            return new Decision(true, Explanation.TEAM);
        }
        return ofEmergency(actor.person(), permission, known);
    }

    /// All that is open to whoever came by a sealed code: whom they treat is opened as anybody's, before everybody's
    /// eyes.
    private static Decision ofEmergency(PersonId staff, Permission permission, Facts known) {
        var patient = permission.subject().patient();
        return patient != null && permission.action().opensInEmergency() && known.openedInEmergency(staff, patient)
                ? new Decision(
                        true, Explanation.BREAK_GLASS, permission.action().clearanceInEmergency())
                : new Decision(false, Explanation.NO_RELATIONSHIP);
    }

    /// Who treats the patient reads the chart; records of treatment for substance use only with consent, or in an
    /// emergency (42 CFR 2.31, 2.51).
    private static Decision ofTreating(PersonId staff, PatientId patient, Facts known) {
        if (!known.consents(patient, staff).isEmpty()) {
            return new Decision(true, Explanation.CONSENT, Sensitivity.PART2);
        }
        return known.openedInEmergency(staff, patient)
                ? new Decision(true, Explanation.BREAK_GLASS, Sensitivity.PART2)
                : new Decision(true, Explanation.CONSENT_WITHHELD, Sensitivity.MINOR_CONFIDENTIAL);
    }

    private AuditEvent event(Actor actor, Permission permission, Decision decision, Outcome outcome) {
        var subject = permission.subject();
        return new AuditEvent(
                TimeOrderedId.next(),
                clock.instant(),
                actor.person(),
                actor.roles().stream().sorted().map(Role::name).collect(Collectors.joining(",")),
                permission.action().code(),
                outcome,
                decision.explanation().code(),
                subject.patient() == null && actor.proxy() ? actor.patient() : subject.patient(),
                subject.id() != null
                        ? subject.id()
                        : subject.clinician() != null ? subject.clinician().value() : null,
                actor.origin().address(),
                actor.origin().session(),
                actor.origin().instance());
    }
}
