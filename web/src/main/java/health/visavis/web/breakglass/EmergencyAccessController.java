package health.visavis.web.breakglass;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.breakglass.EndEmergency;
import health.visavis.breakglass.ListOwnEmergencies;
import health.visavis.breakglass.OpenInEmergency;
import health.visavis.breakglass.OpenInEmergency.Emergency;
import health.visavis.breakglass.OpenInEmergency.OpeningOutcome;
import health.visavis.breakglass.SeekInEmergency;
import health.visavis.breakglass.SeekInEmergency.SeekOutcome;
import health.visavis.breakglass.Sought;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.Sensitive;
import health.visavis.people.PatientSummary;
import health.visavis.web.components.FormErrors;
import health.visavis.web.layout.Answer;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.Redirect;
import health.visavis.web.layout.Shell;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// Opens the record of a patient who is not in the viewer's care: show who you are, say whom you look for, say why.
@Controller
@RequestMapping(EmergencyAccessController.PATH)
class EmergencyAccessController {

    static final String PATH = "/emergency-access";

    private final Access access;
    private final ListOwnEmergencies listOwn;
    private final SeekInEmergency seek;
    private final OpenInEmergency open;
    private final EndEmergency end;

    EmergencyAccessController(
            Access access, ListOwnEmergencies listOwn, SeekInEmergency seek, OpenInEmergency open, EndEmergency end) {
        this.access = access;
        this.listOwn = listOwn;
        this.seek = seek;
        this.open = open;
        this.end = end;
    }

    @GetMapping
    Page begin(Actor actor) {
        return page(actor, EmergencyForm.empty(), FormErrors.none(), null);
    }

    @PostMapping
    Page seek(Actor actor, Shell shell, @ModelAttribute EmergencyForm form) {
        return form.sought()
                .map(sought -> switch (seek.seek(actor, sought)) {
                    case SeekOutcome.Found found -> page(actor, form, FormErrors.none(), found.patients());
                    case SeekOutcome.TooMany tooMany -> tooMany(actor, shell, form, tooMany);
                })
                .orElseGet(() -> refused(actor, form, incomplete(shell, form), null));
    }

    @PostMapping("/openings")
    Answer open(Actor actor, Shell shell, @ModelAttribute EmergencyForm form) {
        var sought = form.sought();
        if (sought.isEmpty() || form.patient() == null) {
            return refused(actor, form, incomplete(shell, form), null);
        }
        var reason = form.chosen();
        if (reason.isEmpty()) {
            return again(actor, shell, form, sought.get(), wrong(shell, "reason", "breakglass.wrong.reason"));
        }
        var emergency = new Emergency(
                new PatientId(form.patient()),
                sought.get(),
                reason.get(),
                Sensitive.of(Objects.requireNonNullElse(form.words(), "")),
                form.isWarned());
        return switch (open.open(actor, emergency)) {
            case OpeningOutcome.Opened opened -> toRecord(opened.access().patient(), "breakglass.said.opened");
            case OpeningOutcome.OpenAlready opened ->
                toRecord(opened.access().patient(), "breakglass.said.openAlready");
            case OpeningOutcome.InCare _ -> toRecord(emergency.patient(), "breakglass.said.inCare");
            case OpeningOutcome.NotFound _ ->
                refused(actor, form, wrong(shell, "name", "breakglass.wrong.notFound"), null);
            case OpeningOutcome.OwnRecord _ ->
                refused(actor, form, wrong(shell, "name", "breakglass.wrong.ownRecord"), null);
            case OpeningOutcome.ContentGone _ ->
                refused(actor, form, wrong(shell, "name", "breakglass.wrong.contentGone"), null);
            case OpeningOutcome.WordsWrong _ ->
                again(
                        actor,
                        shell,
                        form,
                        sought.get(),
                        wrong(shell, "words", "breakglass.wrong.words", OpenInEmergency.LONGEST_WORDS));
            case OpeningOutcome.NotWarned _ ->
                again(actor, shell, form, sought.get(), wrong(shell, "warned", "breakglass.wrong.warned"));
        };
    }

    @PostMapping("/{emergency}/end")
    Redirect end(Actor actor, @PathVariable UUID emergency) {
        return Redirect.to(PATH)
                .saying(end.end(actor, emergency) ? "breakglass.said.ended" : "breakglass.said.endedBefore");
    }

    private static Redirect toRecord(PatientId patient, String said) {
        return Redirect.to("/patients/{patient}", patient).saying(said);
    }

    private Page again(Actor actor, Shell shell, EmergencyForm form, Sought sought, FormErrors errors) {
        return switch (seek.seek(actor, sought)) {
            case SeekOutcome.Found found -> refused(actor, form, errors, found.patients());
            case SeekOutcome.TooMany tooMany -> tooMany(actor, shell, form, tooMany);
        };
    }

    private Page tooMany(Actor actor, Shell shell, EmergencyForm form, SeekOutcome.TooMany tooMany) {
        return page(
                        actor,
                        form,
                        wrong(
                                shell,
                                "name",
                                "breakglass.wrong.tooMany",
                                tooMany.waitFor().toMinutes() + 1),
                        null)
                .status(HttpStatus.TOO_MANY_REQUESTS);
    }

    private Page refused(Actor actor, EmergencyForm form, FormErrors errors, @Nullable List<PatientSummary> found) {
        return page(actor, form, errors, found).status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Page page(Actor actor, EmergencyForm form, FormErrors errors, @Nullable List<PatientSummary> found) {
        return Page.of(
                "breakglass/open",
                new EmergencyAccessView(
                        !access.wantsFreshProof(actor, Action.SEEK_IN_EMERGENCY),
                        listOwn.open(actor),
                        form,
                        errors,
                        found));
    }

    private static FormErrors incomplete(Shell shell, EmergencyForm form) {
        var errors = FormErrors.none();
        if (!form.hasName()) {
            errors = errors.with("name", shell.t("breakglass.wrong.name"));
        }
        return form.bornOn().isPresent() ? errors : errors.with("born", shell.t("breakglass.wrong.born"));
    }

    private static FormErrors wrong(Shell shell, String field, String key, Object... arguments) {
        return FormErrors.none().with(field, shell.t(key, arguments));
    }
}
