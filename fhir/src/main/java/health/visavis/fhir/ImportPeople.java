package health.visavis.fhir;

import health.visavis.access.Actor;
import health.visavis.chart.Change;
import health.visavis.fhir.mapper.PeopleMapper;
import health.visavis.fhir.mapper.ResourceRejected;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.people.ClinicianSummary;
import health.visavis.people.ExternalId;
import health.visavis.people.PatientDetails;
import health.visavis.people.People;
import health.visavis.people.PersonDetails;
import health.visavis.people.RegisterClinic;
import health.visavis.people.RegisterClinician;
import health.visavis.people.RegisterPatient;
import health.visavis.people.Registration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/// Registers the people and clinics of a source. Zone and language of a patient are a first guess that the
/// person may change.
@Component
@Lazy
class ImportPeople {

    private static final String NO_SPECIALTY = "Clinician";

    record Registered<T>(T id, Change change) {}

    private final RegisterPatient registerPatient;
    private final RegisterClinician registerClinician;
    private final RegisterClinic registerClinic;
    private final People people;
    private final ZoneId zone;

    ImportPeople(
            RegisterPatient registerPatient,
            RegisterClinician registerClinician,
            RegisterClinic registerClinic,
            People people,
            @Value("${visavis.clinic.zone:America/New_York}") ZoneId zone) {
        this.registerPatient = registerPatient;
        this.registerClinician = registerClinician;
        this.registerClinic = registerClinic;
        this.people = people;
        this.zone = zone;
    }

    /// @param type Organization or Location: an identifier of one says nothing about the other
    Change clinic(Actor actor, RawResource raw, List<ExternalId> ids, @Nullable String name, List<ContactPoint> telecom)
            throws ResourceRejected {
        if (name == null || name.isBlank()) {
            throw new ResourceRejected(raw.type() + ".name is missing");
        }
        var first = ids.getFirst();
        var id = raw.type().equals("Organization")
                ? first
                : new ExternalId(first.system() + "#" + raw.type(), first.value());
        var phone = PeopleMapper.contact(telecom, ContactPointSystem.PHONE);
        return change(registerClinic.register(actor, id, name.strip(), phone, zone));
    }

    Registered<ClinicianId> clinician(Actor actor, RawResource raw, Practitioner source, @Nullable String specialty)
            throws ResourceRejected {
        var ids = PeopleMapper.externalIds("Practitioner", raw.id(), source.getIdentifier());
        var name = PeopleMapper.name(source.getName(), "Practitioner.name");
        var id = ids.stream()
                .filter(one -> people.clinicianNamed(one).isPresent())
                .findFirst()
                .orElse(ids.getFirst());
        var held = people.clinicianNamed(id).flatMap(people::clinician);
        var work = specialty != null
                ? specialty
                : held.map(ClinicianSummary::specialty).orElse(NO_SPECIALTY);
        var details = details(name, source.getTelecom(), Locale.ENGLISH);
        var registration = registerClinician.register(actor, id, details, work);
        return new Registered<>(registration.id(), change(registration));
    }

    Registered<PatientId> patient(Actor actor, RawResource raw, Patient source) throws ResourceRejected {
        var ids = PeopleMapper.externalIds("Patient", raw.id(), source.getIdentifier());
        var id = ids.stream()
                .filter(one -> people.patientNamed(one).isPresent())
                .findFirst()
                .orElse(ids.getFirst());
        var person = details(
                PeopleMapper.name(source.getName(), "Patient.name"),
                source.getTelecom(),
                PeopleMapper.language(source));
        var details = new PatientDetails(
                person, PeopleMapper.bornOn(source), PeopleMapper.gender(source), PeopleMapper.address(source));
        var registration = registerPatient.register(actor, id, details);
        return new Registered<>(registration.id(), change(registration));
    }

    private PersonDetails details(PeopleMapper.Name name, List<ContactPoint> telecom, Locale language) {
        return new PersonDetails(
                name.given(),
                name.family(),
                PeopleMapper.contact(telecom, ContactPointSystem.EMAIL),
                PeopleMapper.contact(telecom, ContactPointSystem.PHONE),
                zone,
                language);
    }

    private static Change change(Registration<?> registration) {
        return switch (registration) {
            case Registration.Created<?> created -> Change.CREATED;
            case Registration.Updated<?> updated -> Change.UPDATED;
            case Registration.Unchanged<?> unchanged -> Change.UNCHANGED;
        };
    }
}
