package health.visavis.web.audit;

import health.visavis.access.Actor;
import health.visavis.breakglass.EmergencyReview.Verdict;
import health.visavis.breakglass.ReviewEmergency;
import health.visavis.breakglass.ReviewEmergency.ReviewOutcome;
import health.visavis.breakglass.ReviewSealedCode;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.Redirect;
import health.visavis.web.security.EmergencySessions;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Records that were opened in an emergency and sealed codes that were used, for an administrator to judge.
@Controller
@RequestMapping(AuditPages.EMERGENCIES)
class EmergenciesController {

    private final ReviewEmergency reviewEmergency;
    private final ReviewSealedCode reviewSealedCode;
    private final EmergencySessions sessions;

    EmergenciesController(
            ReviewEmergency reviewEmergency, ReviewSealedCode reviewSealedCode, EmergencySessions sessions) {
        this.reviewEmergency = reviewEmergency;
        this.reviewSealedCode = reviewSealedCode;
        this.sessions = sessions;
    }

    @GetMapping
    Page emergencies(Actor actor) {
        return Page.of(
                "audit/emergencies", new EmergenciesView(reviewEmergency.list(actor), reviewSealedCode.list(actor)));
    }

    @PostMapping("/{emergency}/review")
    Redirect judge(Actor actor, @PathVariable UUID emergency, @RequestParam Verdict verdict) {
        return Redirect.to(AuditPages.EMERGENCIES)
                .saying(
                        switch (reviewEmergency.judge(actor, emergency, verdict)) {
                            case ReviewOutcome.Judged _ -> "audit.emergencies.done";
                            case ReviewOutcome.JudgedBefore _ -> "audit.emergencies.judgedBefore";
                            case ReviewOutcome.OwnEmergency _ -> "audit.emergencies.own";
                            case ReviewOutcome.NoSuchEmergency _ -> "audit.emergencies.noSuch";
                        });
    }

    /// Whoever came by a code that did not have to be used is out at once.
    @PostMapping("/codes/{code}/review")
    Redirect judgeCode(
            Actor actor, @PathVariable UUID code, @RequestParam Verdict verdict, HttpServletRequest request) {
        return Redirect.to(AuditPages.EMERGENCIES)
                .saying(
                        switch (reviewSealedCode.judge(actor, code, verdict)) {
                            case ReviewSealedCode.ReviewOutcome.Judged judged -> {
                                if (verdict == Verdict.NOT_JUSTIFIED) {
                                    sessions.endOf(judged.of(), request);
                                }
                                yield "audit.codes.done";
                            }
                            case ReviewSealedCode.ReviewOutcome.JudgedBefore _ -> "audit.emergencies.judgedBefore";
                            case ReviewSealedCode.ReviewOutcome.OwnCode _ -> "audit.codes.own";
                            case ReviewSealedCode.ReviewOutcome.NoSuchCode _ -> "audit.codes.noSuch";
                        });
    }
}
