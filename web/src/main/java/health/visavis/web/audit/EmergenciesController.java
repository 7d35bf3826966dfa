package health.visavis.web.audit;

import health.visavis.access.Actor;
import health.visavis.breakglass.EmergencyReview.Verdict;
import health.visavis.breakglass.ReviewEmergency;
import health.visavis.breakglass.ReviewEmergency.ReviewOutcome;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.Redirect;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Records that were opened in an emergency, for an administrator to judge.
@Controller
@RequestMapping(AuditPages.EMERGENCIES)
class EmergenciesController {

    private final ReviewEmergency reviewEmergency;

    EmergenciesController(ReviewEmergency reviewEmergency) {
        this.reviewEmergency = reviewEmergency;
    }

    @GetMapping
    Page emergencies(Actor actor) {
        return Page.of("audit/emergencies", new EmergenciesView(reviewEmergency.list(actor)));
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
}
