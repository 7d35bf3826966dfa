package health.visavis.messaging;

import health.visavis.access.PatientRows;
import health.visavis.access.Unasked;
import health.visavis.kernel.PersonId;
import health.visavis.kernel.ThreadId;
import health.visavis.messaging.store.Threads;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Says who has had an unread message for five minutes and was not told about this thread within the hour.
@Component
public class UnreadNotices {

    private static final Duration UNREAD_FOR = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofHours(1);
    private static final int AT_MOST = 100;

    /// Somebody to tell that there is something new; not what.
    ///
    /// @param upTo the thread's last message now: with thread and person it names this notice
    public record Notice(ThreadId thread, PersonId person, long upTo) {}

    private final Threads threads;
    private final PatientRows rows;

    UnreadNotices(Threads threads, PatientRows rows) {
        this.threads = threads;
        this.rows = rows;
    }

    /// Each notice is handed out once, to the transaction that keeps it; two instances never get the same one.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Notice> claim(Instant now) {
        rows.openEverybodyWithoutPermissionCheck(Unasked.UNREAD_NOTICES);
        return threads.claimNotices(now.minus(UNREAD_FOR), now.minus(PAUSE), now, AT_MOST);
    }
}
