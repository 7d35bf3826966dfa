package health.visavis.people;

import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import health.visavis.people.domain.PlainName;
import health.visavis.people.store.Accounts;
import health.visavis.people.store.CareTeams;
import health.visavis.people.store.Clinicians;
import health.visavis.people.store.ExternalIds;
import health.visavis.people.store.ExternalIds.Kind;
import health.visavis.people.store.Patients;
import health.visavis.people.store.Persons;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Look-ups without a permission, for other capabilities that have asked for theirs. No page or API calls these
/// first.
@Component
public class People {

    private final Persons persons;
    private final Patients patients;
    private final Clinicians clinicians;
    private final CareTeams careTeams;
    private final ExternalIds externalIds;
    private final Accounts accounts;

    People(
            Persons persons,
            Patients patients,
            Clinicians clinicians,
            CareTeams careTeams,
            ExternalIds externalIds,
            Accounts accounts) {
        this.persons = persons;
        this.patients = patients;
        this.clinicians = clinicians;
        this.careTeams = careTeams;
        this.externalIds = externalIds;
        this.accounts = accounts;
    }

    public Optional<PersonSummary> person(PersonId id) {
        return persons.summary(id);
    }

    /// What somebody is here, and as what they sign in as far as we know.
    public Optional<Account> account(PersonId id) {
        return accounts.find(id);
    }

    /// Doctors and nurses who can sign in, by name.
    public List<Account> clinicalStaff() {
        return accounts.all().stream().filter(Account::ofClinicalStaff).toList();
    }

    /// Names of many at once; an id without a person is absent.
    public Map<PersonId, String> displayNames(Collection<PersonId> ids) {
        return persons.displayNames(ids);
    }

    /// As [#displayNames]: family names alone, to compare them.
    public Map<PersonId, String> familyNames(Collection<PersonId> ids) {
        return persons.familyNames(ids);
    }

    public Optional<Contact> contact(PersonId id) {
        return persons.contact(id);
    }

    public Optional<PatientSummary> patient(PatientId id) {
        return patients.summary(id);
    }

    public List<PatientSummary> patients(Collection<PatientId> ids) {
        return patients.summaries(ids);
    }

    /// Patients with exactly this name, whole, and this day of birth; who treats them does not matter.
    public List<PatientSummary> patientsCalled(String name, LocalDate bornOn) {
        return patients.bornOn(bornOn).stream()
                .filter(patient -> PlainName.same(patient.displayName(), name))
                .toList();
    }

    /// Patients whom this member of staff treats, alone or on a team, by family name.
    public List<PatientSummary> patientsOf(PersonId staff, String nameContains, int limit) {
        return patients.ofStaff(staff, nameContains, limit);
    }

    /// Whether neither was deactivated.
    public boolean areActive(PersonId person, PatientId patient) {
        return patients.summary(patient)
                .map(found -> Set.of(person, found.person()))
                .filter(both -> persons.active(both).equals(both))
                .isPresent();
    }

    public Optional<ClinicianSummary> clinician(ClinicianId id) {
        return clinicians.summary(id);
    }

    /// Whether appointments can be made with this clinician: somebody who was deactivated is still found by name, for
    /// what was, and sees nobody any more.
    public boolean seesPatients(ClinicianId id) {
        return clinicians.active(id);
    }

    /// Known, and no longer here: the answer to a saved address is another than to a mistyped one.
    public boolean hasLeft(ClinicianId id) {
        return !clinicians.active(id) && clinicians.summary(id).isPresent();
    }

    public List<ClinicianSummary> clinicians() {
        return clinicians.all();
    }

    /// Clinicians on whose teams this member of staff is, himself included when he is one.
    public List<ClinicianSummary> cliniciansWith(PersonId staff) {
        return clinicians.withStaff(staff);
    }

    /// Of these pairs, those between whom care goes on.
    public Set<CarePair> caring(Collection<CarePair> pairs) {
        return careTeams.current(pairs);
    }

    /// Clinicians who treat this patient.
    public List<ClinicianSummary> cliniciansOf(PatientId patient) {
        return clinicians.treating(patient);
    }

    public Optional<PatientId> patientNamed(ExternalId id) {
        return externalIds.find(Kind.PATIENT, id).map(PatientId::new);
    }

    public Optional<ClinicianId> clinicianNamed(ExternalId id) {
        return externalIds.find(Kind.CLINICIAN, id).map(ClinicianId::new);
    }
}
