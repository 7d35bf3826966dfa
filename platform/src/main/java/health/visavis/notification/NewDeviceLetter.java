package health.visavis.notification;

import health.visavis.kernel.PersonId;
import health.visavis.kernel.TimeOrderedId;
import health.visavis.notification.Letter.Channel;
import health.visavis.notification.store.Letters;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Tells somebody that their sign-in was used where it had not been used before. Says neither where nor with what: a
/// link leads to the list of their sessions.
@Component
public class NewDeviceLetter {

    private final Letters letters;
    private final Clock clock;

    NewDeviceLetter(Letters letters, Clock clock) {
        this.letters = letters;
        this.clock = clock;
    }

    @Transactional
    public void write(PersonId person) {
        var id = TimeOrderedId.next();
        letters.write(List.of(new Letter(
                id,
                "new-device:" + id,
                person,
                Channel.MAIL,
                LetterKind.NEW_DEVICE,
                person.value(),
                null,
                clock.instant(),
                0)));
    }
}
