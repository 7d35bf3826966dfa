package health.visavis.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.MutableClock;
import health.visavis.PlatformTest;
import health.visavis.TestDatabase;
import health.visavis.access.AccessDenied;
import health.visavis.kernel.RecordingId;
import health.visavis.kernel.Sensitive;
import health.visavis.people.PeopleFixtures;
import health.visavis.recording.AnswerRecording.AnswerOutcome;
import health.visavis.recording.AskToRecord.AskOutcome;
import health.visavis.recording.RecordedVisit.Meeting;
import health.visavis.recording.RecordingSummary.State;
import health.visavis.recording.StorePart.PartDraft;
import health.visavis.recording.StorePart.PartOutcome;
import health.visavis.recording.domain.Recording.StopReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;

@PlatformTest
@TestPropertySource(properties = "visavis.recording.allowed=true")
class RecordingModuleTest {

    private static final int WORDING = 1;

    @Autowired
    RecordedVisit visits;

    @Autowired
    PeopleFixtures people;

    @Autowired
    AskToRecord askToRecord;

    @Autowired
    AnswerRecording answerRecording;

    @Autowired
    StopRecording stopRecording;

    @Autowired
    WatchRecording watchRecording;

    @Autowired
    StorePart storePart;

    @Autowired
    PlayRecording playRecording;

    @Autowired
    RecordingRounds rounds;

    @Autowired
    MutableClock clock;

    private final JdbcTemplate database = new JdbcTemplate(TestDatabase.asSuperuser());
    private Meeting meeting;

    @BeforeEach
    void bothAreInTheCall() {
        meeting = visits.meeting();
    }

    @AfterEach
    void timeRunsOn() {
        clock.reset();
    }

    @Test
    void itStartsOnlyWhenEverybodyHasConsented() {
        assertThat(state()).isEqualTo(State.OFF);
        assertThat(askToRecord.ask(meeting.doctor(), meeting.visit(), WORDING)).isEqualTo(AskOutcome.ASKED);
        assertThat(state()).isEqualTo(State.ASKING);
        assertThat(store(0, "early")).isEqualTo(new PartOutcome.NotTaken());

        answer(true);

        assertThat(state()).isEqualTo(State.RUNNING);
        assertThat(store(0, "first")).isEqualTo(new PartOutcome.Stored());
        assertThat(database.queryForList(
                        "SELECT answer || ' ' || wording FROM recording_consent WHERE recording_id = ? ORDER BY id",
                        String.class,
                        id().value()))
                .containsExactly("GIVEN 1", "GIVEN 1");
    }

    @Test
    void aNoEndsItBeforeAnythingIsStored() {
        askToRecord.ask(meeting.doctor(), meeting.visit(), WORDING);

        answer(false);

        assertThat(state()).isEqualTo(State.STOPPED);
        assertThat(summary().reason()).isEqualTo(StopReason.REFUSED);
        assertThat(store(0, "nothing")).isEqualTo(new PartOutcome.NotTaken());
        assertThat(playRecording.list(meeting.doctor(), meeting.visit())).isEmpty();
    }

    @Test
    void takingTheConsentBackStopsItAtOnce() {
        runs();

        answer(false);

        assertThat(state()).isEqualTo(State.STOPPED);
        assertThat(summary().reason()).isEqualTo(StopReason.WITHDRAWN);
        assertThat(answerRecording.answer(meeting.patient(), meeting.visit(), true, WORDING))
                .isEqualTo(AnswerOutcome.NOTHING_ASKED);
    }

    @Test
    void aNewcomerPausesItUntilTheyConsentToo() {
        runs();
        var daughter = people.patient();
        visits.somebodyElseSitsDown(meeting, daughter.person());

        assertThat(state()).isEqualTo(State.PAUSED);
        answer(true);
        assertThat(state()).as("the others' consent is not the newcomer's").isEqualTo(State.PAUSED);

        database.update(
                "INSERT INTO recording_consent (id, recording_id, person_id, answer, wording, answered_at)"
                        + " VALUES (gen_random_uuid(), ?, ?, 'GIVEN', 1, now())",
                id().value(),
                daughter.person().value());
        answer(true);
        assertThat(state()).isEqualTo(State.RUNNING);
    }

    @Test
    void whoComesBackHasConsentedAlready() {
        runs();
        var epoch = visits.sits(meeting.patient(), meeting.visit());
        visits.leaves(meeting.patient(), meeting.visit(), epoch);
        visits.sits(meeting.patient(), meeting.visit());

        assertThat(state()).isEqualTo(State.RUNNING);
    }

    @Test
    void theDoctorStopsItAndTheVisitsEndDoesToo() {
        runs();
        stopRecording.stop(meeting.doctor(), meeting.visit());
        assertThat(summary().reason()).isEqualTo(StopReason.BY_CLINICIAN);

        runs();
        visits.ends(meeting);
        assertThat(summary().reason()).isEqualTo(StopReason.VISIT_OVER);
    }

    @Test
    void partsAreStoredOnceAndInTheirOrder() throws IOException {
        runs();

        assertThat(store(0, "one ")).isEqualTo(new PartOutcome.Stored());
        assertThat(store(0, "one ")).isEqualTo(new PartOutcome.Stored());
        assertThat(store(2, "three")).isEqualTo(new PartOutcome.OutOfOrder(1));
        assertThat(store(1, "two")).isEqualTo(new PartOutcome.Stored());

        assertThat(played(0)).isEqualTo("one two");
        var out = new ByteArrayOutputStream();
        playRecording.open(meeting.doctor(), id(), 0).orElseThrow().writeTo(out, 2, 6);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("e tw");
    }

    @Test
    void whatWasAcknowledgedCanBePlayedWhenTheBrowserDied() throws IOException {
        runs();
        store(0, "until the crash");
        visits.ends(meeting);

        var kept = playRecording.list(meeting.doctor(), meeting.visit());

        assertThat(kept)
                .singleElement()
                .satisfies(recording -> assertThat(recording.segments()).containsExactly(0));
        assertThat(played(0)).isEqualTo("until the crash");
    }

    @Test
    void theRestIsTakenForTenMinutes() {
        runs();
        stopRecording.stop(meeting.doctor(), meeting.visit());
        assertThat(store(0, "rest")).isEqualTo(new PartOutcome.Stored());

        clock.advance(Duration.ofMinutes(10));
        assertThat(store(1, "late")).isEqualTo(new PartOutcome.NotTaken());
    }

    @Test
    void onlyTheDoctorOfTheVisitPlaysIt() {
        runs();
        store(0, "one");

        assertThatThrownBy(() -> playRecording.open(meeting.patient(), id(), 0)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> playRecording.open(people.doctor(), id(), 0)).isInstanceOf(AccessDenied.class);
        assertThatThrownBy(() -> playRecording.open(people.admin(), id(), 0)).isInstanceOf(AccessDenied.class);
        assertThat(trail("read-recording", "REFUSED")).isEqualTo(3);
        playRecording.list(meeting.doctor(), meeting.visit());
        assertThat(trail("read-recording", "GRANTED"))
                .as("before anything is played")
                .isZero();
        playRecording.open(meeting.doctor(), id(), 0);
        assertThat(trail("read-recording", "GRANTED")).isEqualTo(1);
    }

    @Test
    void aRecordingThatLostAPartDoesNotPlayAsIfItWereWhole() {
        runs();
        store(0, "one");
        store(1, "two");
        database.update("DELETE FROM recording_part WHERE recording_id = ? AND place = 1", id().value());

        assertThatThrownBy(() -> played(0)).isInstanceOf(RecordingDamaged.class);
    }

    @Test
    void partsThatChangedPlacesDoNotPlay() {
        runs();
        store(0, "one");
        store(1, "two");
        for (var move : new int[][] {{0, 9}, {1, 0}, {9, 1}}) {
            database.update(
                    "UPDATE recording_part SET place = ? WHERE recording_id = ? AND place = ?",
                    move[1],
                    id().value(),
                    move[0]);
        }

        assertThatThrownBy(() -> played(0)).isInstanceOf(RecordingDamaged.class);
    }

    @Test
    void itIsDeletedAfterItsTimeAndTheTrailSaysSo() {
        runs();
        store(0, "one");
        stopRecording.stop(meeting.doctor(), meeting.visit());
        rounds.make();
        assertThat(playRecording.list(meeting.doctor(), meeting.visit())).hasSize(1);
        var file = database.queryForObject(
                "SELECT file_id FROM recording_part WHERE recording_id = ?", java.util.UUID.class, id().value());

        clock.advance(Duration.ofDays(30).plusSeconds(1));
        rounds.make();

        assertThat(playRecording.list(meeting.doctor(), meeting.visit())).isEmpty();
        assertThat(database.queryForObject("SELECT count(*) FROM file_chunk WHERE file_id = ?", Integer.class, file))
                .isZero();
        assertThat(trail("delete-recording", "GRANTED")).isEqualTo(1);
    }

    private void runs() {
        askToRecord.ask(meeting.doctor(), meeting.visit(), WORDING);
        answer(true);
        assertThat(state()).isEqualTo(State.RUNNING);
    }

    private void answer(boolean consents) {
        assertThat(answerRecording.answer(meeting.patient(), meeting.visit(), consents, WORDING))
                .isEqualTo(AnswerOutcome.NOTED);
    }

    private PartOutcome store(int place, String content) {
        return storePart.store(
                meeting.doctor(),
                new PartDraft(id(), place, 0, Sensitive.of(content.getBytes(StandardCharsets.UTF_8))));
    }

    private String played(int segment) throws IOException {
        var out = new ByteArrayOutputStream();
        var open = playRecording.open(meeting.doctor(), id(), segment).orElseThrow();
        open.writeTo(out, 0, open.size());
        return out.toString(StandardCharsets.UTF_8);
    }

    private RecordingSummary summary() {
        return watchRecording.now(meeting.doctor(), meeting.visit());
    }

    private State state() {
        return summary().state();
    }

    private RecordingId id() {
        return Objects.requireNonNull(summary().id());
    }

    private int trail(String action, String outcome) {
        return database.queryForObject(
                "SELECT count(*) FROM audit_event WHERE subject_id = ? AND action = ? AND outcome = ?",
                Integer.class,
                id().value(),
                action,
                outcome);
    }
}
