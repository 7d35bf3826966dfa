package health.visavis.web.audit;

import health.visavis.access.Actor;
import health.visavis.insight.AnswerAccessQuestions;
import health.visavis.kernel.PatientId;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.Redirect;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What patients asked about who had to do with their data, for admins.
@Controller
@RequestMapping(AccessQuestionsController.PATH)
class AccessQuestionsController {

    static final String PATH = "/audit/questions";

    private final AnswerAccessQuestions questions;

    AccessQuestionsController(AnswerAccessQuestions questions) {
        this.questions = questions;
    }

    @GetMapping
    Page open(Actor actor) {
        return Page.of("audit/questions", new AccessQuestionsView(questions.open(actor)));
    }

    @PostMapping("/closed")
    Redirect close(Actor actor, @RequestParam UUID patient, @RequestParam UUID event) {
        questions.close(actor, new PatientId(patient), event);
        return Redirect.to(PATH).saying("audit.questions.done");
    }
}
