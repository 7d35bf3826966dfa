package health.visavis.web.proxy;

import health.visavis.proxy.AskingOutcome;
import health.visavis.proxy.EndProxy.EndOutcome;
import health.visavis.web.components.FormErrors;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.Redirect;
import health.visavis.web.layout.Shell;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// What the patient's page and the clinic's have in common.
@Component
class ProxyPages {

    /// Where a page of people who act belongs.
    record Place(String path, String patientName, Side side) {}

    private final ProxyLinks links;

    ProxyPages(ProxyLinks links) {
        this.links = links;
    }

    Page form(Place place, Shell shell) {
        return form(place, shell, ProxyForm.empty(), FormErrors.none(), null);
    }

    Page wrong(Place place, Shell shell, ProxyForm form, FormErrors errors) {
        return form(place, shell, form, errors, null).status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    Page answer(Place place, Shell shell, ProxyForm form, AskingOutcome outcome) {
        return switch (outcome) {
            case AskingOutcome.Asked asked ->
                Page.of(
                        "proxy/made",
                        new ProxiesView.Made(
                                place.path(),
                                form.of("given"),
                                place.side(),
                                links.of(asked.token()),
                                asked.until(),
                                asked.expiresAt()));
            case AskingOutcome.TooMany many ->
                refused(place, shell, form, shell.t("proxy.refused.tooMany", many.most()));
            case AskingOutcome.NotOfAge _ ->
                refused(
                        place,
                        shell,
                        form,
                        shell.t("proxy.refused.notOfAge", shell.clinic().phone()));
            case AskingOutcome.NoParent _ -> refused(place, shell, form, shell.t("proxy.form.relationshipMissing"));
            case AskingOutcome.NameMissing _ -> refused(place, shell, form, shell.t("people.form.nameMissing"));
            case AskingOutcome.NothingGiven _ -> refused(place, shell, form, shell.t("proxy.form.scopeMissing"));
        };
    }

    static Redirect ended(String path, EndOutcome outcome) {
        return said(path, outcome, "proxy.said.ended");
    }

    static Redirect withdrawn(String path, EndOutcome outcome) {
        return said(path, outcome, "proxy.said.withdrawn");
    }

    private static Redirect said(String path, EndOutcome outcome, String ended) {
        return Redirect.to(path)
                .saying(
                        switch (outcome) {
                            case EndOutcome.Ended _ -> ended;
                            case EndOutcome.OverAlready _ -> "proxy.said.over";
                            case EndOutcome.OfTheClinic _ -> "proxy.said.ofTheClinic";
                        });
    }

    private Page refused(Place place, Shell shell, ProxyForm form, String refusal) {
        return form(place, shell, form, FormErrors.none(), refusal).status(HttpStatus.CONFLICT);
    }

    private static Page form(Place place, Shell shell, ProxyForm form, FormErrors errors, @Nullable String refusal) {
        return Page.of(
                "proxy/form",
                new ProxiesView.Asking(
                        place.path(),
                        place.patientName(),
                        place.side(),
                        form,
                        ProxyForm.relationships(shell, place.side()),
                        ProxyForm.lengths(shell),
                        errors,
                        refusal));
    }
}
