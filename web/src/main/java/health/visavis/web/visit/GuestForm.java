package health.visavis.web.visit;

import health.visavis.kernel.Sensitive;
import health.visavis.kernel.TimeSlot;
import health.visavis.notification.GuestLetter.Addresses;
import health.visavis.notification.GuestLetter.Occasion;
import health.visavis.visit.GuestInvitation;
import health.visavis.visit.GuestKind;
import health.visavis.web.components.Choice;
import health.visavis.web.components.FormErrors;
import health.visavis.web.i18n.Language;
import health.visavis.web.layout.Shell;
import health.visavis.web.people.Typed;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the form in which somebody is invited to a visit.
final class GuestForm {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\",;]{1,64}@[^\\s@<>\",;]{1,190}");
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{7,14}");
    private static final Pattern NATIONAL = Pattern.compile("[2-9][0-9]{9}");

    private final Typed typed;
    private final Shell shell;
    private FormErrors errors = FormErrors.none();

    GuestForm(Typed typed, Shell shell) {
        this.typed = typed;
        this.shell = shell;
    }

    FormErrors errors() {
        return errors;
    }

    Optional<GuestInvitation> invitation() {
        var kind = Choice.named(GuestKind.class, typed.of("kind"));
        if (kind.isEmpty()) {
            wrong("kind", "visit.guests.kindMissing");
        }
        var name = typed.of("guestName");
        if (name.isEmpty()) {
            wrong("guestName", "visit.guests.nameMissing");
        }
        if (name.length() > GuestInvitation.LONGEST_NAME) {
            wrong("guestName", "component.errors.tooLong", GuestInvitation.LONGEST_NAME);
        }
        var interpreter = kind.filter(GuestKind.INTERPRETER::equals).isPresent();
        if (interpreter && !GuestWords.knows(typed.of("language"))) {
            wrong("language", "visit.guests.languageMissing");
        }
        if (!typed.of("email").isEmpty() && !EMAIL.matcher(typed.of("email")).matches()) {
            wrong("email", "visit.guests.emailWrong");
        }
        if (!typed.of("phone").isEmpty() && phone() == null) {
            wrong("phone", "visit.guests.phoneWrong");
        }
        return errors.any()
                ? Optional.empty()
                : kind.map(each -> new GuestInvitation(each, interpreter ? typed.of("language") : null, name));
    }

    /// Where the link goes; neither may be there, for a link that is copied.
    Addresses addresses() {
        var phone = phone();
        return new Addresses(
                typed.of("email").isEmpty() ? null : Sensitive.of(typed.of("email")),
                phone == null ? null : Sensitive.of(phone));
    }

    Occasion occasion(TimeSlot slot) {
        var language = Language.of(typed.of("letterLanguage")).orElse(shell.language());
        return new Occasion(slot, shell.zone(), language.locale());
    }

    /// As people write numbers; one without a country is of the United States.
    private @Nullable String phone() {
        var digits = typed.of("phone").replaceAll("[\\s().-]", "");
        if (NATIONAL.matcher(digits).matches()) {
            return "+1" + digits;
        }
        return E164.matcher(digits).matches() ? digits : null;
    }

    private void wrong(String field, String key, Object... arguments) {
        errors = errors.with(field, shell.t(key, arguments));
    }
}
