package health.visavis.recording;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.PlatformTest;
import health.visavis.TestDatabase;
import health.visavis.files.FileKind;
import health.visavis.kernel.RecordingId;
import health.visavis.kernel.Sensitive;
import health.visavis.kernel.TimeOrderedId;
import health.visavis.recording.AnswerRecording.AnswerOutcome;
import health.visavis.recording.AskToRecord.AskOutcome;
import health.visavis.recording.RecordedVisit.Meeting;
import health.visavis.recording.RecordingSummary.State;
import health.visavis.recording.StorePart.PartDraft;
import health.visavis.recording.StorePart.PartOutcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/// A clinic that has not switched recording on, which is every clinic at first.
@PlatformTest
class RecordingOffModuleTest {

    @Autowired
    RecordedVisit visits;

    @Autowired
    AskToRecord askToRecord;

    @Autowired
    AnswerRecording answerRecording;

    @Autowired
    WatchRecording watchRecording;

    @Autowired
    StorePart storePart;

    @Autowired
    RecordingDesk desk;

    private final JdbcTemplate database = new JdbcTemplate(TestDatabase.asSuperuser());
    private Meeting meeting;

    @BeforeEach
    void bothAreInTheCall() {
        meeting = visits.meeting();
    }

    @Test
    void nothingIsAskedAndNothingIsStored() {
        var filesBefore = database.queryForObject("SELECT count(*) FROM stored_file", Integer.class);

        assertThat(watchRecording.now(meeting.doctor(), meeting.visit()).state())
                .isEqualTo(State.NOT_ALLOWED);
        assertThat(askToRecord.ask(meeting.doctor(), meeting.visit(), 1)).isEqualTo(AskOutcome.NOT_ALLOWED);
        assertThat(answerRecording.answer(meeting.patient(), meeting.visit(), true, 1))
                .isEqualTo(AnswerOutcome.NOTHING_ASKED);
        visits.ends(meeting);

        assertThat(database.queryForObject(
                        "SELECT count(*) FROM recording WHERE visit_id = ?",
                        Integer.class,
                        meeting.visit().value()))
                .isZero();
        assertThat(database.queryForObject("SELECT count(*) FROM stored_file", Integer.class))
                .isEqualTo(filesBefore);
    }

    /// A recording that runs because it was allowed a moment ago.
    @Test
    void switchedOffNothingMoreIsTaken() throws IOException {
        var id = new RecordingId(TimeOrderedId.next());
        database.update(
                "INSERT INTO recording (id, visit_id, patient_id, clinician_id, state, asked_at, started_at)"
                        + " VALUES (?, ?, ?, ?, 'RUNNING', now(), now())",
                id.value(),
                meeting.visit().value(),
                meeting.patient().patient().value(),
                meeting.doctor().clinician().value());

        assertThat(desk.take(id, "a piece", FileKind.MP4, new ByteArrayInputStream(new byte[] {1})))
                .isFalse();
        assertThat(storePart.store(meeting.doctor(), new PartDraft(id, 0, 0, Sensitive.of(new byte[] {1}))))
                .isEqualTo(new PartOutcome.NotTaken());
    }
}
