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
import health.visavis.people.ClinicianSummary;
import health.visavis.people.PatientSummary;
import health.visavis.people.People;
import health.visavis.visit.ReadVisit;
import health.visavis.web.insight.SurveyView.Meeting;
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
    private final ReadVisit readVisit;
    private final People people;

    SurveyController(AnswerSurvey answerSurvey, ReadVisit readVisit, People people) {
        this.answerSurvey = answerSurvey;
        this.readVisit = readVisit;
        this.people = people;
    }

    @GetMapping
    Page survey(Actor actor, @PathVariable UUID id) {
        var form = answerSurvey.form(actor, new VisitId(id));
        return Page.of("insight/survey", SurveyView.of(id, meeting(actor, id, form), form, null));
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

    private Meeting meeting(Actor actor, UUID id, Form form) {
        var visit = readVisit.read(actor, new VisitId(id));
        var with = form.patient()
                ? people.clinician(visit.clinician()).map(ClinicianSummary::displayName)
                : people.patient(visit.patient()).map(PatientSummary::displayName);
        return new Meeting(with.orElse(""), visit.slot().start());
    }

    private Page tooLong(Actor actor, UUID id, String words) {
        Form form = answerSurvey.form(actor, new VisitId(id));
        return Page.of("insight/survey", SurveyView.of(id, meeting(actor, id, form), form, words))
                .status(HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
