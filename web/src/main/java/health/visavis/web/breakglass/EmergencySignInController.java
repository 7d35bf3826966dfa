package health.visavis.web.breakglass;

import health.visavis.breakglass.EnterByCode;
import health.visavis.breakglass.EnterByCode.EnterOutcome;
import health.visavis.breakglass.EnterByCode.Typed;
import health.visavis.kernel.Sensitive;
import health.visavis.web.components.FormErrors;
import health.visavis.web.layout.Answer;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.Redirect;
import health.visavis.web.layout.Shell;
import health.visavis.web.problem.TriedTooOften;
import health.visavis.web.security.EmergencyIn;
import health.visavis.web.security.EmergencySessions;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// In by a sealed code. Asks no provider of sign-ins: it is for the hour in which that is away.
@Controller
@RequestMapping(EmergencySignInController.PATH)
class EmergencySignInController {

    static final String PATH = "/emergency-sign-in";

    private final EnterByCode enterByCode;
    private final EmergencySessions sessions;

    EmergencySignInController(EnterByCode enterByCode, EmergencySessions sessions) {
        this.enterByCode = enterByCode;
        this.sessions = sessions;
    }

    @GetMapping
    Page ask(Shell shell) {
        return page(shell, null, FormErrors.none());
    }

    @PostMapping
    Answer enter(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String code,
            Shell shell,
            HttpServletRequest request) {
        var missing = missing(shell, number, code);
        if (missing.any()) {
            return page(shell, number, missing).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var typed = new Typed(number, Sensitive.of(code));
        return switch (enterByCode.enter(typed, sessions.origin(request), () -> sessions.begin(request))) {
            case EnterOutcome.Entered entered -> {
                sessions.enter(request, new EmergencyIn(entered.person().value(), entered.until()));
                yield Redirect.to(EmergencyAccessController.PATH);
            }
            case EnterOutcome.NotValid _ ->
                page(shell, number, FormErrors.none().with("code", shell.t("breakglass.code.notValid")))
                        .status(HttpStatus.UNPROCESSABLE_CONTENT);
            case EnterOutcome.TooMany tooMany -> throw new TriedTooOften(tooMany.waitFor());
        };
    }

    private static FormErrors missing(Shell shell, String number, String code) {
        var errors = FormErrors.none();
        if (number.isBlank()) {
            errors = errors.with("number", shell.t("breakglass.code.numberMissing"));
        }
        return code.isBlank() ? errors.with("code", shell.t("breakglass.code.codeMissing")) : errors;
    }

    private static Page page(Shell shell, @Nullable String number, FormErrors errors) {
        return Page.of(
                "breakglass/sign-in",
                new EmergencySignInView(number, errors, shell.signedIn() && !shell.guest() && !shell.emergency()));
    }
}
