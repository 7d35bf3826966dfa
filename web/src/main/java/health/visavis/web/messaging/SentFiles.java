package health.visavis.web.messaging;

import health.visavis.kernel.Sensitive;
import health.visavis.kernel.ThreadId;
import health.visavis.messaging.FileDraft;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.UUID;
import org.springframework.web.multipart.MultipartFile;

/// Files as forms bring them.
final class SentFiles {

    private SentFiles() {}

    /// A form whose file was not chosen sends an empty one without a name.
    static boolean isChosen(MultipartFile file) {
        return !file.isEmpty()
                || !Objects.requireNonNullElse(file.getOriginalFilename(), "").isEmpty();
    }

    static FileDraft draft(ThreadId thread, UUID clientId, String text, MultipartFile file) {
        try {
            return new FileDraft(
                    thread,
                    clientId,
                    Sensitive.of(text),
                    Sensitive.of(Objects.requireNonNullElse(file.getOriginalFilename(), "")),
                    Sensitive.of(file.getBytes()));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
