package health.visavis.web.audit;

import health.visavis.insight.AnswerAccessQuestions.Asked;
import java.util.List;

/// @param open oldest first
public record AccessQuestionsView(List<Asked> open) {}
