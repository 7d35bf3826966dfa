package health.visavis.insight;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.MutableClock;
import health.visavis.PlatformTest;
import health.visavis.TestDatabase;
import health.visavis.access.Actor;
import health.visavis.insight.AnswerSurvey.SurveyOutcome;
import health.visavis.insight.SurveyAnswer.Again;
import health.visavis.insight.SurveyAnswer.Connection;
import health.visavis.kernel.Requirement;
import health.visavis.kernel.Sensitive;
import health.visavis.kernel.TimeSlot;
import health.visavis.kernel.VisitId;
import health.visavis.people.PeopleFixtures;
import health.visavis.scheduling.SchedulingFixtures;
import health.visavis.visit.EndVisit;
import health.visavis.visit.VisitFixtures;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What people say about a visit, who learns of it and who does not.
@PlatformTest
class SurveyModuleTest {

    private static final String WORDS = "The doctor spoke too fast for me";

    @Autowired
    private VisitFixtures visits;

    @Autowired
    private PeopleFixtures people;

    @Autowired
    private SchedulingFixtures scheduling;

    @Autowired
    private EndVisit endVisit;

    @Autowired
    private AnswerSurvey answerSurvey;

    @Autowired
    private ReadSurvey readSurvey;

    @Autowired
    private MutableClock clock;

    private final JdbcClient database = JdbcClient.create(TestDatabase.asSuperuser());
    private Actor patient;
    private Actor doctor;
    private VisitId visit;

    @BeforeEach
    void aVisitBegins() {
        database.sql("DELETE FROM survey_answer").update();
        patient = people.patient();
        doctor = scheduling.doctorWithHours();
        visit = visits.begun(patient, doctor);
    }

    @AfterEach
    void timeRunsOn() {
        clock.reset();
    }

    @Test
    void nothingIsAskedBeforeTheEnd() {
        assertThat(answerSurvey.answer(patient, visit, said(Connection.GOOD, null)))
                .isEqualTo(new SurveyOutcome.NotOverYet());
        assertThat(answerSurvey.form(patient, visit).open()).isFalse();
    }

    @Test
    void anAnswerIsOneAndMayBeChangedForADay() {
        endVisit.end(doctor, visit);
        answerSurvey.answer(patient, visit, said(Connection.BAD, "No sound"));
        clock.advance(Duration.ofHours(23));
        assertThat(answerSurvey.answer(patient, visit, said(Connection.GOOD, WORDS)))
                .isEqualTo(new SurveyOutcome.Kept());

        var said = Objects.requireNonNull(answerSurvey.form(patient, visit).said());
        assertThat(said.connection()).isEqualTo(Connection.GOOD);
        assertThat(Objects.requireNonNull(said.words()).reveal()).isEqualTo(WORDS);
        assertThat(database.sql("SELECT count(*) FROM survey_answer WHERE visit_id = ?")
                        .param(visit.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);

        clock.advance(Duration.ofHours(2));
        assertThat(answerSurvey.answer(patient, visit, said(Connection.BAD, null)))
                .isEqualTo(new SurveyOutcome.TooLate());
    }

    @Test
    @Requirement("CMP-09")
    void theWordsAreSealed() {
        endVisit.end(doctor, visit);
        answerSurvey.answer(patient, visit, said(Connection.GOOD, WORDS));

        var stored = database.sql("SELECT words_sealed FROM survey_answer WHERE visit_id = ?")
                .param(visit.value())
                .query((row, number) -> row.getBytes("words_sealed"))
                .single();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("doctor");
    }

    @Test
    void aDoctorSaysHowTheTechnologyWasAndNothingElse() {
        endVisit.end(doctor, visit);
        answerSurvey.answer(doctor, visit, said(Connection.SO_SO, "The patient is difficult"));

        var said = Objects.requireNonNull(answerSurvey.form(doctor, visit).said());
        assertThat(said.connection()).isEqualTo(Connection.SO_SO);
        assertThat(said.words()).isNull();
        assertThat(said.again()).isNull();
    }

    @Test
    void nobodyReadsTheAnswersOfSomebodyElse() {
        endVisit.end(doctor, visit);
        answerSurvey.answer(patient, visit, said(Connection.BAD, WORDS));

        assertThat(answerSurvey.form(doctor, visit).said()).isNull();
    }

    @Test
    void wordsAreShownOnlyAmongThoseOfOthers() {
        endVisit.end(doctor, visit);
        answerSurvey.answer(patient, visit, said(Connection.GOOD, WORDS));
        assertThat(results().words()).isEmpty();
        assertThat(results().patients()).isEqualTo(1);

        for (var more = 1; more < SurveyResults.ENOUGH; more++) {
            var other = people.patient();
            var theirs = visits.begun(other, doctor);
            endVisit.end(doctor, theirs);
            answerSurvey.answer(other, theirs, said(Connection.GOOD, null));
        }

        var results = results();
        assertThat(results.words()).extracting(Sensitive::reveal).containsExactly(WORDS);
        assertThat(results.patientsConnection()).containsEntry(Connection.GOOD, SurveyResults.ENOUGH);
        assertThat(results.again()).containsEntry(Again.YES, SurveyResults.ENOUGH);
    }

    private SurveyResults results() {
        var now = clock.instant();
        return readSurvey.results(people.admin(), new TimeSlot(now.minus(Duration.ofDays(1)), now.plusSeconds(1)));
    }

    private static SurveyAnswer said(Connection connection, @Nullable String words) {
        return new SurveyAnswer(connection, Again.YES, words == null ? null : Sensitive.of(words));
    }
}
