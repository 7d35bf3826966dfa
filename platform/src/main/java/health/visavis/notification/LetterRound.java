package health.visavis.notification;

import health.visavis.kernel.AppointmentId;
import health.visavis.kernel.TimeOrderedId;
import health.visavis.messaging.UnreadNotices;
import health.visavis.messaging.UnreadNotices.Notice;
import health.visavis.notification.Letter.Channel;
import health.visavis.notification.LetterSending.Handed;
import health.visavis.notification.store.Letters;
import health.visavis.scheduling.AppointmentState;
import health.visavis.scheduling.Scheduling;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// One round of the post: writes notices of unread messages, then sends every letter that is due.
@Component
class LetterRound {

    private static final Logger LOG = LoggerFactory.getLogger(LetterRound.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int ATTEMPTS = 12;
    private static final int AT_ONCE = 20;

    private final Letters letters;
    private final LetterSending sending;
    private final UnreadNotices unreadNotices;
    private final Scheduling scheduling;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LetterRound(
            Letters letters,
            LetterSending sending,
            UnreadNotices unreadNotices,
            Scheduling scheduling,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.letters = letters;
        this.sending = sending;
        this.unreadNotices = unreadNotices;
        this.scheduling = scheduling;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    void make() {
        if (!sending.possible()) {
            return;
        }
        transaction.executeWithoutResult(open -> writeNotices());
        var claimed = claim();
        while (!claimed.isEmpty()) {
            claimed.forEach(this::send);
            claimed = claim();
        }
    }

    private void writeNotices() {
        var now = clock.instant();
        letters.write(unreadNotices.claim(now).stream()
                .map(notice -> letter(notice, now))
                .toList());
    }

    private static Letter letter(Notice notice, Instant now) {
        return new Letter(
                TimeOrderedId.next(),
                String.join(
                        ":",
                        "message",
                        notice.thread().toString(),
                        notice.person().toString(),
                        Long.toString(notice.upTo())),
                notice.person(),
                Channel.MAIL,
                LetterKind.NEW_MESSAGE,
                notice.thread().value(),
                null,
                now,
                0);
    }

    private List<Letter> claim() {
        var now = clock.instant();
        return letters.claim(now, now.plus(LEASE), AT_ONCE);
    }

    /// Between sending and noting it nothing is done that could fail without the database failing too.
    private void send(Letter letter) {
        try {
            var handed = isStale(letter) ? Optional.<Handed>empty() : sending.send(letter);
            handed.ifPresentOrElse(
                    carrier -> letters.sent(letter.id(), carrier.reference(), clock.instant()),
                    () -> letters.dropped(letter.id(), clock.instant()));
        } catch (RuntimeException failed) {
            postpone(letter, failed);
        }
    }

    private void postpone(Letter letter, RuntimeException failure) {
        LOG.warn(
                "Letter {} could not be sent at attempt {}: {}",
                letter.id(),
                letter.attempts(),
                failure.getClass().getName());
        if (letter.attempts() >= ATTEMPTS) {
            letters.dropped(letter.id(), clock.instant());
        } else {
            letters.postponed(letter.id(), clock.instant().plus(pause(letter.attempts())));
        }
    }

    private static Duration pause(int attempts) {
        return Duration.ofSeconds(Math.min(3_600, 15L << Math.min(attempts, 8)));
    }

    /// A reminder of a time that is no longer agreed, or that has begun, helps nobody.
    private boolean isStale(Letter letter) {
        var meeting = letter.meeting();
        if (!letter.kind().isReminder() || meeting == null) {
            return false;
        }
        return !clock.instant().isBefore(meeting.slot().start())
                || scheduling
                        .appointment(new AppointmentId(letter.subject()))
                        .filter(now -> now.state() == AppointmentState.CONFIRMED
                                && now.slot().equals(meeting.slot()))
                        .isEmpty();
    }
}
