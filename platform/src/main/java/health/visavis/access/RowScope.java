package health.visavis.access;

import health.visavis.access.store.RowScopes;
import health.visavis.access.store.RowScopes.Narrowly;
import health.visavis.access.store.RowScopes.Opening;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Whose rows the open transaction may touch: what has been granted in it, and what the database knows of that yet.
/// Grows, never shrinks, and ends with the transaction.
final class RowScope implements TransactionSynchronization {

    private final Map<PatientId, Sensitivity> patients = new LinkedHashMap<>();
    private final Set<PersonId> carers = new LinkedHashSet<>();
    private final Set<String> everybodyFor = new LinkedHashSet<>();
    private final Set<Narrowly> narrowly = new LinkedHashSet<>();
    private boolean told = true;

    private RowScope() {}

    /// Empty where no transaction is open.
    static Optional<RowScope> ofTransaction() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return Optional.empty();
        }
        var known = (RowScope) TransactionSynchronizationManager.getResource(RowScope.class);
        if (known != null) {
            return Optional.of(known);
        }
        var fresh = new RowScope();
        fresh.resume();
        TransactionSynchronizationManager.registerSynchronization(fresh);
        return Optional.of(fresh);
    }

    /// @param clearance how sensitive entries of the patient's chart may be; what was granted before stays
    void add(PatientId patient, Sensitivity clearance) {
        var before = patients.get(patient);
        if (before == null || !clearance.isWithin(before)) {
            patients.put(patient, clearance);
            told = false;
        }
    }

    /// Those whom this member of staff treats; who they are is asked only if a row of a patient is.
    void addTreatedBy(PersonId staff) {
        told &= !carers.add(staff);
    }

    /// The patient's rows in the tables whose policies name this work.
    void addFor(Unasked why, PatientId patient) {
        told &= !narrowly.add(new Narrowly(why.code(), patient.value()));
    }

    /// The clinician's visits, whoever their patients are.
    void addFor(Action act, ClinicianId clinician) {
        told &= !narrowly.add(new Narrowly(act.code(), clinician.value()));
    }

    /// Everybody's rows in the tables whose policies name this.
    ///
    /// @param reason the code of an [Action] or of [Unasked]
    void addEverybody(String reason) {
        told &= !everybodyFor.add(reason);
    }

    /// At most one statement for all that was added since the last.
    void tell(RowScopes scopes, CareRelationships relationships) {
        if (told) {
            return;
        }
        var all = new LinkedHashMap<>(patients);
        carers.forEach(staff ->
                relationships.patientsOf(staff).forEach(patient -> all.putIfAbsent(patient, Sensitivity.ORDINARY)));
        scopes.open(new Opening(all, everybodyFor, narrowly));
        told = true;
    }

    /// What the database was told after the savepoint it has forgotten.
    @Override
    public void savepointRollback(Object savepoint) {
        told = false;
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResource(RowScope.class);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(RowScope.class, this);
    }

    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResourceIfPossible(RowScope.class);
    }
}
