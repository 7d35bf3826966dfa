package health.visavis.people;

import health.visavis.access.Actor;
import health.visavis.access.Actors;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.TimeOrderedId;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// People who exist, for module tests: registered through the same use cases as everybody.
@Component
public class PeopleFixtures {

    public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final RegisterPatient registerPatient;
    private final RegisterClinician registerClinician;
    private final RegisterStaff registerStaff;
    private final DeactivatePerson deactivatePerson;
    private final People people;

    PeopleFixtures(
            RegisterPatient registerPatient,
            RegisterClinician registerClinician,
            RegisterStaff registerStaff,
            DeactivatePerson deactivatePerson,
            People people) {
        this.registerPatient = registerPatient;
        this.registerClinician = registerClinician;
        this.registerStaff = registerStaff;
        this.deactivatePerson = deactivatePerson;
        this.people = people;
    }

    /// A patient without any relationship yet.
    public Actor patient() {
        var details = new PatientDetails(person("Pat", "Example"), LocalDate.of(1944, 5, 17), Gender.FEMALE, null);
        var id = registerPatient
                .register(Actors.system(), someExternalId(), details)
                .id();
        return Actors.patient(people.patient(id).orElseThrow().person(), id);
    }

    public Actor doctor() {
        var id = registerClinician
                .register(Actors.system(), someExternalId(), person("Doc", "Example"), "General practice")
                .id();
        return Actors.doctor(people.clinician(id).orElseThrow().person(), id);
    }

    public Actor nurseOnTheTeamOf(ClinicianId... clinicians) {
        return Actors.nurse(registerStaff.register(Actors.system(), person("Nina", "Example"), List.of(clinicians)));
    }

    /// Somebody who has left, as an administrator says it.
    public void deactivate(Actor person) {
        deactivatePerson.deactivate(admin(), person.person());
    }

    public Actor admin() {
        return Actors.admin(registerStaff.register(Actors.system(), person("Ada", "Example"), List.of()));
    }

    private static PersonDetails person(String given, String family) {
        return new PersonDetails(
                given,
                family,
                given.toLowerCase(Locale.ROOT) + "@example.org",
                "+12025550123",
                NEW_YORK,
                Locale.ENGLISH);
    }

    private static ExternalId someExternalId() {
        return new ExternalId("urn:visavis:test", TimeOrderedId.next().toString());
    }
}
