package health.visavis.web.people;

import health.visavis.access.Role;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PersonId;
import health.visavis.people.Gender;
import health.visavis.people.NewStaff;
import health.visavis.people.PatientDetails;
import health.visavis.people.PersonDetails;
import health.visavis.web.components.FormErrors;
import health.visavis.web.home.Zones;
import health.visavis.web.i18n.Language;
import health.visavis.web.layout.Shell;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads an invitation from what was typed, and says beside which field something is wrong.
final class InvitationForm {

    /// One `@` with something on both sides, and nothing that breaks a mail's header. Whether it exists only a mail
    /// can tell.
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\",;]{1,64}@[^\\s@<>\",;]{1,190}");

    private static final int LONGEST_NAME = 80;
    private static final int FIRST_YEAR = 1900;

    private final Typed typed;
    private final Shell shell;
    private FormErrors errors = FormErrors.none();

    InvitationForm(Typed typed, Shell shell) {
        this.typed = typed;
        this.shell = shell;
    }

    FormErrors errors() {
        return errors;
    }

    /// Empty when something is wrong.
    Optional<NewStaff> staff(UUID request, Set<ClinicianId> known) {
        var details = details();
        var roles = roles();
        if (roles.isEmpty()) {
            wrong("role", "people.form.roleMissing");
        }
        var specialty = typed.of("specialty");
        if (roles.contains(Role.DOCTOR) && (specialty.isEmpty() || specialty.length() > LONGEST_NAME)) {
            wrong("specialty", "people.form.specialtyMissing");
        }
        return errors.any()
                ? Optional.empty()
                : details.map(person -> new NewStaff(new PersonId(request), person, roles, specialty, team(known)));
    }

    Optional<PatientDetails> patient() {
        var details = details();
        var bornOn = bornOn();
        var gender = Arrays.stream(Gender.values())
                .filter(each -> each.code().equals(typed.of("gender")))
                .findFirst();
        if (gender.isEmpty()) {
            wrong("gender", "people.form.genderMissing");
        }
        return errors.any()
                ? Optional.empty()
                : details.map(person -> new PatientDetails(person, bornOn.orElseThrow(), gender.orElseThrow(), null));
    }

    private Optional<PersonDetails> details() {
        for (var field : new String[] {"given", "family"}) {
            if (typed.of(field).isEmpty()) {
                wrong(field, "people.form.nameMissing");
            }
            if (typed.of(field).length() > LONGEST_NAME) {
                wrong(field, "component.errors.tooLong", LONGEST_NAME);
            }
        }
        if (!EMAIL.matcher(typed.of("email")).matches()) {
            wrong("email", "people.form.emailWrong");
        }
        var zone = Zones.offered(typed.of("zone"), shell.zone());
        if (zone.isEmpty()) {
            wrong("zone", "people.form.zoneMissing");
        }
        var language = Language.of(typed.of("language"));
        if (language.isEmpty()) {
            wrong("language", "people.form.languageMissing");
        }
        return errors.any()
                ? Optional.empty()
                : Optional.of(new PersonDetails(
                        typed.of("given"),
                        typed.of("family"),
                        typed.of("email"),
                        null,
                        zone.orElseThrow(),
                        language.orElseThrow().locale()));
    }

    private Set<Role> roles() {
        var roles = EnumSet.noneOf(Role.class);
        NewStaff.ROLES.stream()
                .filter(role -> typed.chosen("role", role.name()))
                .forEach(roles::add);
        return roles;
    }

    private Set<ClinicianId> team(Set<ClinicianId> known) {
        return known.stream()
                .filter(clinician -> typed.chosen("worksWith", clinician.toString()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<LocalDate> bornOn() {
        try {
            var date = LocalDate.of(
                    Integer.parseInt(typed.of("bornYear")),
                    Integer.parseInt(typed.of("bornMonth")),
                    Integer.parseInt(typed.of("bornDay")));
            if (date.getYear() >= FIRST_YEAR && !date.isAfter(shell.today())) {
                return Optional.of(date);
            }
        } catch (NumberFormatException | DateTimeException notADate) {
            // Said below, as for a date that cannot be.
        }
        wrong("born", "people.form.bornWrong");
        return Optional.empty();
    }

    private void wrong(String field, String key, Object... arguments) {
        errors = errors.with(field, shell.t(key, arguments));
    }
}
