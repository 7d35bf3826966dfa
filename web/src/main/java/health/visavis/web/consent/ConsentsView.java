package health.visavis.web.consent;

import health.visavis.consent.Consent.Standing;
import health.visavis.consent.ConsentKind;
import health.visavis.consent.ConsentPeriod;
import health.visavis.consent.ReadOwnConsents.Named;
import health.visavis.consent.ReadOwnConsents.OwnConsentsFound;
import health.visavis.web.components.Choice;
import health.visavis.web.components.FormErrors;
import health.visavis.web.i18n.Language;
import health.visavis.web.layout.Shell;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// What a patient has agreed to, and the statement that they could agree to.
public record ConsentsView(OwnConsentsFound found, ConsentForm form, FormErrors errors) {

    /// The parts of a statement, in their order (42 CFR 2.31(a)); the last part of their keys.
    private static final List<String> PARTS =
            List.of("what", "from", "who", "purpose", "passedOn", "court", "ends", "withdrawing", "refusing");

    /// A part of a statement as it reads.
    public record Part(String title, String text) {}

    public static int wording() {
        return ConsentKind.SUBSTANCE_USE_RECORDS.wording();
    }

    public static List<Part> statement(Shell shell, int wording) {
        return PARTS.stream()
                .map(part -> "consent.statement." + wording + "." + part)
                .map(key -> new Part(
                        shell.t(key + ".title"), shell.t(key, shell.clinic().name())))
                .toList();
    }

    public List<Named> inForce() {
        return found.consents().stream()
                .filter(consent -> consent.standing() == Standing.IN_FORCE)
                .toList();
    }

    public List<Named> over() {
        return found.consents().stream()
                .filter(consent -> consent.standing() != Standing.IN_FORCE)
                .toList();
    }

    public List<Choice> recipients(Shell shell) {
        return Stream.concat(
                        Stream.of(new Choice(
                                ConsentForm.ALL,
                                shell.t("consent.recipients.all"),
                                shell.t("consent.recipients.allHint"))),
                        found.treating().stream()
                                .map(clinician -> new Choice(
                                        clinician.id().toString(),
                                        shell.t("consent.recipients.one", clinician.displayName()),
                                        clinician.specialty())))
                .toList();
    }

    public static List<Choice> periods(Shell shell) {
        return Arrays.stream(ConsentPeriod.values())
                .map(period -> Choice.of(period.name(), shell.t("consent.period." + period)))
                .toList();
    }

    /// For whom a consent is, in words.
    public static String recipients(Shell shell, Named consent) {
        return consent.clinicianName() == null
                ? shell.t("consent.recipients.all")
                : shell.t("consent.recipients.one", consent.clinicianName());
    }

    /// From when to when, and in which language it was read.
    public static String times(Shell shell, Named named) {
        var consent = named.consent();
        var expires = consent.expiresAt();
        return expires == null
                ? shell.t(
                        "consent.times.open",
                        shell.day(consent.givenAt()),
                        read(consent.statement().language()))
                : shell.t(
                        "consent.times.until",
                        shell.day(consent.givenAt()),
                        read(consent.statement().language()),
                        shell.day(expires));
    }

    /// How it ended.
    public static String ended(Shell shell, Named named) {
        var withdrawn = named.consent().withdrawnAt();
        return withdrawn == null
                ? shell.t("consent.ended.expired")
                : shell.t("consent.ended.withdrawn", shell.day(withdrawn), shell.clock(withdrawn), shell.zoneName());
    }

    private static String read(String language) {
        return Language.of(language).map(Language::ownName).orElse(language);
    }
}
