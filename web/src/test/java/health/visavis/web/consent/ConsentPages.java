package health.visavis.web.consent;

import static health.visavis.web.layout.TestShell.NOW;

import health.visavis.access.Access.Simulated;
import health.visavis.access.Explanation;
import health.visavis.access.Role;
import health.visavis.access.Sensitivity;
import health.visavis.consent.Consent;
import health.visavis.consent.Consent.Statement;
import health.visavis.consent.ConsentKind;
import health.visavis.consent.ReadOwnConsents.Effect;
import health.visavis.consent.ReadOwnConsents.Foreseen;
import health.visavis.consent.ReadOwnConsents.Named;
import health.visavis.consent.ReadOwnConsents.OwnConsentsFound;
import health.visavis.consent.Recipients;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import health.visavis.people.ClinicianSummary;
import health.visavis.people.Gender;
import health.visavis.people.PatientSummary;
import health.visavis.web.components.FormErrors;
import health.visavis.web.i18n.Language;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.TestShell;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The pages on which a patient agrees and takes it back, in their states.
public final class ConsentPages {

    private static final PatientSummary ROSA = new PatientSummary(
            new PatientId(new UUID(7, 8)),
            new PersonId(new UUID(8, 8)),
            "Maximiliana Wolfeschlegelsteinhausen",
            LocalDate.of(1961, 3, 9),
            Gender.FEMALE,
            TestShell.ZONE);
    private static final ClinicianSummary RUIZ = clinician(1, "Ana Ruiz");
    private static final ClinicianSummary LONG = clinician(2, "Ada Long");
    private static final ClinicianSummary MANN = clinician(3, "Kai Mann");

    private static final Simulated WITHHELD =
            new Simulated(true, Explanation.CONSENT_WITHHELD, Sensitivity.MINOR_CONFIDENTIAL);
    private static final Simulated AGREED = new Simulated(true, Explanation.CONSENT, Sensitivity.PART2);

    private ConsentPages() {}

    public static Map<String, String> all(Language language) {
        var shell = TestShell.of(language).signedInAs(Role.PATIENT).at("/record/consents");
        var errors = FormErrors.none()
                .with("recipients", "?")
                .with("period", "?")
                .with("agreed", "?")
                .with("wording", "?");
        var pages = new LinkedHashMap<String, String>();
        pages.put("consents-none", shell.render(own(0, ConsentForm.empty(), FormErrors.none())));
        pages.put(
                "consents",
                shell.render(own(
                        3,
                        new ConsentForm(ConsentForm.ALL, "ONE_YEAR", 1, "en", true),
                        FormErrors.none(),
                        named(1, null, null, null),
                        named(2, RUIZ, NOW.plus(Duration.ofDays(90)), null),
                        named(3, null, NOW.minus(Duration.ofDays(1)), null),
                        named(4, LONG, null, NOW.minus(Duration.ofHours(2))))));
        pages.put("consents-wrong", shell.render(own(1, ConsentForm.empty(), errors)));
        pages.put(
                "consent-withdrawal",
                shell.render(withdrawal(
                        3,
                        new Effect(RUIZ, AGREED, WITHHELD),
                        new Effect(LONG, AGREED, AGREED),
                        new Effect(MANN, WITHHELD, WITHHELD))));
        pages.put("consent-withdrawal-nobody", shell.render(withdrawal(0)));
        return pages;
    }

    private static Page own(long entries, ConsentForm form, FormErrors errors, Named... consents) {
        return Page.of(
                "consent/own",
                new ConsentsView(
                        new OwnConsentsFound(ROSA, List.of(RUIZ, LONG), List.of(consents), entries), form, errors));
    }

    private static Page withdrawal(long entries, Effect... effects) {
        return Page.of(
                "consent/withdrawal",
                new WithdrawalView(new Foreseen(named(1, null, null, null), List.of(effects), entries)));
    }

    private static Named named(
            long number, @Nullable ClinicianSummary recipient, @Nullable Instant expires, @Nullable Instant withdrawn) {
        var consent = new Consent(
                new UUID(9, number),
                ROSA.id(),
                new Statement(ConsentKind.SUBSTANCE_USE_RECORDS, 1, "es"),
                recipient == null ? new Recipients.AllWhoTreat() : new Recipients.OneClinician(recipient.id()),
                ROSA.person(),
                NOW.minus(Duration.ofDays(30)),
                expires,
                withdrawn);
        return new Named(consent, consent.standingAt(NOW), recipient == null ? null : recipient.displayName());
    }

    private static ClinicianSummary clinician(long number, String name) {
        return new ClinicianSummary(
                new ClinicianId(new UUID(5, number)),
                new PersonId(new UUID(6, number)),
                name,
                "General practice",
                TestShell.ZONE);
    }
}
