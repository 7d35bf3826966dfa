package health.visavis.server;

import health.visavis.access.Actor;
import health.visavis.files.Photos;
import health.visavis.kernel.MessageId;
import health.visavis.kernel.Sensitive;
import health.visavis.kernel.ThreadId;
import health.visavis.kernel.TimeOrderedId;
import health.visavis.messaging.FileDraft;
import health.visavis.messaging.FileOutcome;
import health.visavis.messaging.SendFile;
import org.springframework.stereotype.Component;

/// Pictures in conversations.
@Component
class SentPictures {

    private final SendFile sendFile;

    SentPictures(SendFile sendFile) {
        this.sendFile = sendFile;
    }

    MessageId sentBy(Actor sender, ThreadId thread) {
        var draft = new FileDraft(
                thread,
                TimeOrderedId.next(),
                Sensitive.of(""),
                Sensitive.of("arm.jpg"),
                Sensitive.of(Photos.jpeg(90, 60)));
        return ((FileOutcome.Stored) sendFile.send(sender, draft)).message();
    }
}
