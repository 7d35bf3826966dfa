package health.visavis.recording;

import health.visavis.access.PatientRows;
import health.visavis.access.Unasked;
import health.visavis.recording.store.Recordings;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// What is known of recordings to those who make them and to the rounds around them, whom nobody asked: each question
/// is a transaction of its own.
@Component
class RecorderView {

    private final Recordings recordings;
    private final PatientRows rows;
    private final TransactionTemplate transaction;

    RecorderView(Recordings recordings, PatientRows rows, TransactionTemplate transaction) {
        this.recordings = recordings;
        this.rows = rows;
        this.transaction = transaction;
    }

    <T> T of(Function<Recordings, T> question) {
        return Objects.requireNonNull(transaction.execute(open -> {
            rows.openEverybodyWithoutPermissionCheck(Unasked.RECORDER);
            return question.apply(recordings);
        }));
    }
}
