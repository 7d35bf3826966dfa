package health.visavis.web.insight;

import health.visavis.insight.AnswerSurvey.Form;
import health.visavis.insight.SurveyAnswer;
import health.visavis.web.components.Choice;
import health.visavis.web.layout.Shell;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The questions after a visit, with what the person has said already.
///
/// @param with whom the person met
/// @param until when it closes; null before the visit is over
/// @param tooLong whether the words are longer than what is kept
public record SurveyView(
        UUID visit,
        String with,
        Instant metAt,
        boolean patient,
        boolean open,
        @Nullable Instant until,
        @Nullable String connection,
        @Nullable String again,
        String words,
        boolean tooLong) {

    /// Which visit is asked about.
    record Meeting(String with, Instant at) {}

    /// @param typed words that were too long to be kept; null: none
    static SurveyView of(UUID visit, Meeting meeting, Form form, @Nullable String typed) {
        var said = form.said();
        var words = said == null || said.words() == null ? "" : said.words().reveal();
        return new SurveyView(
                visit,
                meeting.with(),
                meeting.at(),
                form.patient(),
                form.open(),
                form.until(),
                said == null || said.connection() == null
                        ? null
                        : said.connection().name(),
                said == null || said.again() == null ? null : said.again().name(),
                typed == null ? words : typed,
                typed != null);
    }

    public List<Choice> connections(Shell shell) {
        return Arrays.stream(SurveyAnswer.Connection.values())
                .map(each -> Choice.of(each.name(), shell.t("insight.connection." + each.name())))
                .toList();
    }

    public List<Choice> agains(Shell shell) {
        return Arrays.stream(SurveyAnswer.Again.values())
                .map(each -> Choice.of(each.name(), shell.t("insight.again." + each.name())))
                .toList();
    }

    /// Whether the visit is not over yet.
    public boolean early() {
        return !open && until == null;
    }

    public String longest() {
        return Integer.toString(SurveyAnswer.LONGEST);
    }
}
