package health.visavis.web.consent;

import health.visavis.access.Actor;
import health.visavis.consent.Consent.Statement;
import health.visavis.consent.ConsentKind;
import health.visavis.consent.GiveConsent;
import health.visavis.consent.GiveConsent.Agreement;
import health.visavis.consent.GiveConsent.GivingOutcome;
import health.visavis.consent.ReadOwnConsents;
import health.visavis.consent.WithdrawConsent;
import health.visavis.web.components.FormErrors;
import health.visavis.web.i18n.Language;
import health.visavis.web.layout.Answer;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.Redirect;
import health.visavis.web.layout.Shell;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// A patient reads what they can agree to, agrees, and takes it back.
@Controller
@RequestMapping(ConsentsController.PATH)
class ConsentsController {

    static final String PATH = "/record/consents";

    private final ReadOwnConsents readOwn;
    private final GiveConsent giveConsent;
    private final WithdrawConsent withdrawConsent;

    ConsentsController(ReadOwnConsents readOwn, GiveConsent giveConsent, WithdrawConsent withdrawConsent) {
        this.readOwn = readOwn;
        this.giveConsent = giveConsent;
        this.withdrawConsent = withdrawConsent;
    }

    @GetMapping
    Page own(Actor actor) {
        return page(actor, ConsentForm.empty(), FormErrors.none());
    }

    @PostMapping
    Answer give(Actor actor, Shell shell, @ModelAttribute ConsentForm form) {
        var recipients = form.chosenRecipients();
        var period = form.chosenPeriod();
        if (recipients.isEmpty() || period.isEmpty()) {
            return again(actor, form, incomplete(shell, form));
        }
        var shown = new Statement(
                ConsentKind.SUBSTANCE_USE_RECORDS,
                form.shownWording(),
                form.shownLanguage().orElse(Language.ENGLISH).code());
        return switch (giveConsent.give(actor, new Agreement(shown, recipients.get(), period.get(), form.isAgreed()))) {
            case GivingOutcome.Given _ -> Redirect.to(PATH).saying("consent.said.given");
            case GivingOutcome.InForceAlready _ -> Redirect.to(PATH).saying("consent.said.givenBefore");
            case GivingOutcome.NotAgreed _ -> again(actor, form, wrong(shell, "agreed"));
            case GivingOutcome.OtherWording _ -> again(actor, form, wrong(shell, "wording"));
            case GivingOutcome.NotTreating _ -> again(actor, form, wrong(shell, "recipients"));
        };
    }

    @GetMapping("/{consent}/withdrawal")
    Answer foresee(Actor actor, @PathVariable UUID consent) {
        return readOwn.withdrawal(actor, consent)
                .<Answer>map(foreseen -> Page.of("consent/withdrawal", new WithdrawalView(foreseen)))
                .orElseGet(() -> Redirect.to(PATH).saying("consent.said.overBefore"));
    }

    @PostMapping("/{consent}/withdrawal")
    Redirect withdraw(Actor actor, @PathVariable UUID consent) {
        return Redirect.to(PATH)
                .saying(
                        withdrawConsent.withdraw(actor, consent)
                                ? "consent.said.withdrawn"
                                : "consent.said.overBefore");
    }

    private Page again(Actor actor, ConsentForm form, FormErrors errors) {
        return page(actor, form, errors).status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Page page(Actor actor, ConsentForm form, FormErrors errors) {
        return Page.of("consent/own", new ConsentsView(readOwn.own(actor), form, errors));
    }

    private static FormErrors incomplete(Shell shell, ConsentForm form) {
        var errors = form.chosenRecipients().isPresent() ? FormErrors.none() : wrong(shell, "recipients");
        return form.chosenPeriod().isPresent() ? errors : errors.with("period", shell.t("consent.wrong.period"));
    }

    private static FormErrors wrong(Shell shell, String field) {
        return FormErrors.none().with(field, shell.t("consent.wrong." + field));
    }
}
