package health.visavis.web.insight;

import health.visavis.access.Actor;
import health.visavis.insight.AnswerSurvey;
import health.visavis.insight.AnswerSurvey.Form;
import health.visavis.insight.AnswerSurvey.SurveyOutcome;
import health.visavis.insight.SurveyAnswer;
import health.visavis.insight.SurveyAnswer.Again;
import health.visavis.insight.SurveyAnswer.Connection;
import health.visavis.kernel.Sensitive;
import health.visavis.kernel.VisitId;
import health.visavis.web.layout.Answer;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.Redirect;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The one-minute questions after a visit. Every one may be skipped, and all of them.
@Controller
@RequestMapping("/visits/{id}/survey")
class SurveyController {

    private static final String OVER = "/visits/{id}/waiting-room";

    private final AnswerSurvey answerSurvey;

    SurveyController(AnswerSurvey answerSurvey) {
        this.answerSurvey = answerSurvey;
    }

    @GetMapping
    Page survey(Actor actor, @PathVariable UUID id) {
        var form = answerSurvey.form(actor, new VisitId(id));
        return Page.of("insight/survey", SurveyView.of(id, form, null));
    }

    @PostMapping
    Answer answer(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Connection connection,
            @RequestParam(required = false) @Nullable Again again,
            @RequestParam(defaultValue = "") String words) {
        if (words.length() > SurveyAnswer.LONGEST) {
            return tooLong(actor, id, words);
        }
        var answer = new SurveyAnswer(connection, again, words.isBlank() ? null : Sensitive.of(words.strip()));
        if (answer.isEmpty()) {
            answerSurvey.form(actor, new VisitId(id));
            return Redirect.to(OVER, id);
        }
        return switch (answerSurvey.answer(actor, new VisitId(id), answer)) {
            case SurveyOutcome.Kept _ -> Redirect.to(OVER, id).saying("insight.survey.kept");
            case SurveyOutcome.NotOverYet _ -> Redirect.to("/visits/{id}/survey", id);
            case SurveyOutcome.TooLate _ -> Redirect.to("/visits/{id}/survey", id);
        };
    }

    private Page tooLong(Actor actor, UUID id, String words) {
        Form form = answerSurvey.form(actor, new VisitId(id));
        return Page.of("insight/survey", SurveyView.of(id, form, words)).status(HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
