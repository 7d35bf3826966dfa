package health.visavis.local.demo;

import health.visavis.access.Actor;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PersonId;
import health.visavis.people.ClinicianSummary;
import health.visavis.people.ExternalId;
import health.visavis.people.Gender;
import health.visavis.people.PatientDetails;
import health.visavis.people.People;
import health.visavis.people.PersonDetails;
import health.visavis.people.RegisterClinician;
import health.visavis.people.RegisterPatient;
import health.visavis.people.RegisterStaff;
import health.visavis.scheduling.AddHoursException;
import health.visavis.scheduling.ReadClinicHours;
import health.visavis.scheduling.SetClinicHours;
import health.visavis.scheduling.domain.ClinicSchedule;
import health.visavis.scheduling.domain.HoursException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Gives the accounts of this machine their persons, through the same door as everybody: registered, invited,
/// and the invitation accepted by the sign-in. Done before the first page is served, and only by the instance
/// that runs the sign-in provider.
@Component
@ConditionalOnProperty("visavis.local.accounts")
class DemoClinic implements SmartInitializingSingleton {

    private static final String OWN_IDENTIFIERS = "urn:visavis:local-account";

    private final Environment environment;
    private final LocalAccounts accounts;
    private final People people;
    private final RegisterPatient registerPatient;
    private final RegisterClinician registerClinician;
    private final RegisterStaff registerStaff;
    private final SetClinicHours setClinicHours;
    private final ReadClinicHours readClinicHours;
    private final AddHoursException addHoursException;
    private final AccountInvitations invitations;
    private final Clock clock;

    DemoClinic(
            Environment environment,
            JdbcClient jdbc,
            People people,
            RegisterPatient registerPatient,
            RegisterClinician registerClinician,
            RegisterStaff registerStaff,
            SetClinicHours setClinicHours,
            ReadClinicHours readClinicHours,
            AddHoursException addHoursException,
            AccountInvitations invitations,
            Clock clock) {
        this.environment = environment;
        this.accounts = new LocalAccounts(jdbc);
        this.people = people;
        this.registerPatient = registerPatient;
        this.registerClinician = registerClinician;
        this.registerStaff = registerStaff;
        this.setClinicHours = setClinicHours;
        this.readClinicHours = readClinicHours;
        this.addHoursException = addHoursException;
        this.invitations = invitations;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var actor = Actor.system("local-accounts");
        var persons = DemoPerson.all();
        for (var account : LocalAccount.values()) {
            subject(account).ifPresent(subject -> {
                var person = accounts.person(account)
                        .orElseGet(
                                () -> register(actor, account, Objects.requireNonNull(persons.get(account)), persons));
                if (account == LocalAccount.DOCTOR) {
                    openForNow(actor, Objects.requireNonNull(persons.get(account)));
                }
                invitations.link(actor, person, account.role(), new AccountInvitations.Identity(issuer(), subject));
            });
        }
    }

    private PersonId register(Actor actor, LocalAccount account, DemoPerson person, Map<LocalAccount, DemoPerson> all) {
        var id = switch (account) {
            case PATIENT -> patient(actor, person);
            case DOCTOR -> doctor(actor, person);
            case NURSE, ADMIN -> {
                var doctor = account == LocalAccount.NURSE
                        ? clinician(all.get(LocalAccount.DOCTOR))
                        : Optional.<ClinicianId>empty();
                yield registerStaff.register(
                        actor, details(account, person), doctor.stream().toList());
            }
        };
        accounts.keep(account, id);
        return id;
    }

    private PersonId patient(Actor actor, DemoPerson person) {
        var bornOn = Objects.requireNonNullElse(person.bornOn(), LocalDate.of(1986, 12, 11));
        var details = new PatientDetails(details(LocalAccount.PATIENT, person), bornOn, Gender.UNKNOWN, null);
        var id = registerPatient
                .register(actor, externalId(LocalAccount.PATIENT, person), details)
                .id();
        return Objects.requireNonNull(people.patient(id).orElseThrow().person());
    }

    private PersonId doctor(Actor actor, DemoPerson person) {
        var specialty = Objects.requireNonNullElse(person.specialty(), "General practice");
        var id = registerClinician
                .register(
                        actor, externalId(LocalAccount.DOCTOR, person), details(LocalAccount.DOCTOR, person), specialty)
                .id();
        setClinicHours.set(actor, DemoHours.weekly(id, person.zone()));
        return people.clinician(id).map(ClinicianSummary::person).orElseThrow();
    }

    /// A demo that is started twice within an hour opens once.
    private void openForNow(Actor actor, DemoPerson person) {
        var doctor = clinician(person).orElseThrow();
        var known = readClinicHours.read(actor, doctor).map(ClinicSchedule::exceptions).orElse(List.of()).stream()
                .filter(HoursException.ExtraHours.class::isInstance)
                .map(HoursException.ExtraHours.class::cast)
                .map(extra -> new DemoHours.Extra(extra.day(), extra.hours()))
                .toList();
        DemoHours.extra(LocalDateTime.ofInstant(clock.instant(), person.zone())).stream()
                .filter(extra -> !known.contains(extra))
                .forEach(extra -> addHoursException.open(actor, doctor, extra.day(), extra.hours()));
    }

    private Optional<ClinicianId> clinician(@Nullable DemoPerson doctor) {
        return doctor == null ? Optional.empty() : people.clinicianNamed(externalId(LocalAccount.DOCTOR, doctor));
    }

    private static ExternalId externalId(LocalAccount account, DemoPerson person) {
        var given = person.identifier();
        return given == null
                ? new ExternalId(OWN_IDENTIFIERS, account.signInName())
                : new ExternalId(given.system(), given.value());
    }

    private static PersonDetails details(LocalAccount account, DemoPerson person) {
        return new PersonDetails(
                person.given(),
                person.family(),
                account.signInName() + "@demo.invalid",
                null,
                person.zone(),
                person.language());
    }

    private Optional<String> subject(LocalAccount account) {
        return Optional.ofNullable(environment.getProperty("visavis.local.subjects." + account.signInName()));
    }

    private String issuer() {
        return environment.getRequiredProperty("visavis.local.issuer");
    }
}
