package health.visavis.web.insight;

import static health.visavis.web.layout.TestShell.NOW;

import health.visavis.access.Role;
import health.visavis.insight.AnswerSurvey.Form;
import health.visavis.insight.CallRecord;
import health.visavis.insight.SurveyAnswer;
import health.visavis.insight.SurveyAnswer.Again;
import health.visavis.insight.SurveyAnswer.Connection;
import health.visavis.insight.SurveyResults;
import health.visavis.insight.VisitQuality;
import health.visavis.insight.domain.Causes;
import health.visavis.insight.domain.Measurement;
import health.visavis.insight.domain.Measurement.Device;
import health.visavis.insight.domain.Measurement.Limit;
import health.visavis.kernel.Sensitive;
import health.visavis.kernel.VisitId;
import health.visavis.visit.EngineName;
import health.visavis.visit.RungSummary;
import health.visavis.web.components.Choice;
import health.visavis.web.i18n.Language;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.TestShell;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Calls, the line of a visit and the survey, with believable content.
public final class InsightPages {

    private static final UUID ID = UUID.fromString("0199a000-0000-7000-8000-000000000002");

    private InsightPages() {}

    public static Map<String, String> all(Language language) {
        var patient = TestShell.of(language).signedInAs(Role.PATIENT);
        var doctor = TestShell.of(language).signedInAs(Role.DOCTOR);
        var admin = TestShell.of(language).signedInAs(Role.ADMIN);
        var pages = new LinkedHashMap<String, String>();
        pages.put("survey", patient.render(survey(null, true, null)));
        pages.put("survey-said", patient.render(survey(said(), true, null)));
        pages.put("survey-too-long", patient.render(survey(said(), true, "word ".repeat(300))));
        pages.put("survey-closed", patient.render(survey(said(), false, null)));
        pages.put(
                "survey-doctor",
                doctor.render(Page.of(
                        "insight/survey",
                        SurveyView.of(
                                ID,
                                new SurveyView.Meeting("Dr. Ana Ruiz", NOW),
                                new Form(null, NOW.plusSeconds(80_000), true, false),
                                null))));
        pages.put("surveys", admin.render(surveys(7)));
        pages.put("surveys-none", admin.render(surveys(0)));
        pages.put("line", doctor.render(line(measured(), "Rosa Delgado")));
        pages.put(
                "line-fine",
                doctor.render(line(List.of(at("PATIENT", 1, 0, false), at("CLINICIAN", 2, 0, false)), "Rosa Delgado")));
        pages.put(
                "line-dot",
                doctor.render(line(
                        Stream.concat(
                                        Stream.of(at("CLINICIAN", 3, 5, false)),
                                        measured().stream()
                                                .filter(one -> one.end().equals("PATIENT")))
                                .sorted(Comparator.comparing(Measurement::at))
                                .toList(),
                        "Rosa Delgado")));
        pages.put("line-unknown", doctor.render(line(List.of(nothingKnown()), "Rosa Delgado")));
        pages.put("line-none", admin.render(line(List.of(), null)));
        pages.put("calls", admin.render(calls(List.of(call("acs", 1), call("direct", 2), call("telephone", 3)))));
        pages.put("calls-none", admin.render(calls(List.of())));
        return pages;
    }

    private static SurveyAnswer said() {
        return new SurveyAnswer(Connection.SO_SO, Again.YES, Sensitive.of("The sound was late at times."));
    }

    private static Page survey(SurveyAnswer said, boolean open, String typed) {
        return Page.of(
                "insight/survey",
                SurveyView.of(
                        ID,
                        new SurveyView.Meeting("Dr. Ana Ruiz", NOW),
                        new Form(said, NOW.plusSeconds(80_000), open, true),
                        typed));
    }

    private static Page surveys(int patients) {
        return Page.of(
                "insight/surveys",
                new SurveysView(new SurveyResults(
                        patients,
                        patients / 2,
                        Map.of(Connection.GOOD, patients - patients / 3, Connection.BAD, patients / 3),
                        Map.of(Connection.SO_SO, patients / 2),
                        Map.of(Again.YES, patients),
                        patients == 0 ? List.of() : List.of(Sensitive.of("It was easy, thank you.")))));
    }

    private static Page line(List<Measurement> measured, @Nullable String patient) {
        var rungs = List.of(
                new RungSummary(1, new EngineName("acs"), "started", NOW),
                new RungSummary(2, EngineName.DIRECT, "media-lost", NOW.plusSeconds(300)));
        return Page.of(
                "insight/quality",
                new QualityView(ID, new VisitQuality(NOW, measured, Causes.of(measured), rungs), patient));
    }

    private static List<Measurement> measured() {
        return IntStream.range(0, 40)
                .boxed()
                .flatMap(step -> Stream.of(
                        at("PATIENT", step, step > 10 && step < 20 ? 120 : 4, false), at("CLINICIAN", step, 2, true)))
                .toList();
    }

    private static Measurement at(String end, int step, int loss, boolean relayed) {
        return new Measurement(
                end,
                NOW.plusSeconds(10L * step),
                40 + 3 * step,
                6,
                loss,
                900 - 10 * step,
                25,
                9,
                relayed,
                step > 30 ? Limit.COMPUTER : Limit.NONE,
                Device.WORKS,
                step == 5 ? Device.TAKEN : Device.WORKS);
    }

    private static Measurement nothingKnown() {
        return new Measurement(
                "PATIENT", NOW, null, null, null, null, null, null, false, Limit.NONE, Device.WORKS, Device.WORKS);
    }

    private static Page calls(List<CallRecord> calls) {
        var any = List.of(Choice.of("", "All"), Choice.of("direct", "direct"));
        return Page.of(
                "insight/calls",
                new CallsView(
                        calls,
                        new CallFilter(null, null, "direct", null, null),
                        any,
                        any,
                        calls.isEmpty() ? null : "/calls?after=1"));
    }

    static CallRecord call(String engine, int leg) {
        return new CallRecord(
                new VisitId(ID),
                leg,
                engine,
                engine.equals("acs"),
                NOW,
                NOW.plusSeconds(1_200),
                leg == 3 ? CallRecord.Outcome.MET : CallRecord.Outcome.MOVED_ON,
                leg == 3 ? CallRecord.Media.TELEPHONE : CallRecord.Media.SOUND_AND_PICTURE,
                leg == 1 ? CallRecord.Network.RELAY : CallRecord.Network.UNKNOWN,
                leg == 1
                        ? new CallRecord.Figures(48, 5, 12, 870, 24)
                        : new CallRecord.Figures(null, null, null, null, null),
                List.of(
                        new CallRecord.Attendance("CLINICIAN", NOW.plusSeconds(2), NOW.plusSeconds(1_200)),
                        new CallRecord.Attendance("PATIENT", NOW.plusSeconds(5), NOW.plusSeconds(1_190))));
    }
}
