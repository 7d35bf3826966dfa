package health.visavis.web.messaging;

import health.visavis.access.Actor;
import health.visavis.files.OpenFile;
import health.visavis.kernel.MessageId;
import health.visavis.kernel.ThreadId;
import health.visavis.messaging.ReadFile;
import health.visavis.web.files.ServedFile;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/// What was sent with messages. An address opens for the session that may read the conversation at that moment, and
/// for nothing else: there is no link that works by itself.
@Controller
@RequestMapping("/messages/{thread}")
class FilesController {

    private final ReadFile readFile;

    FilesController(ReadFile readFile) {
        this.readFile = readFile;
    }

    @GetMapping("/files/{message}")
    void download(
            Actor actor,
            @PathVariable UUID thread,
            @PathVariable UUID message,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var file = readFile.content(actor, new ThreadId(thread), new MessageId(message));
        new ServedFile(found(file)).download(request, response);
    }

    /// A picture that was drawn anew may be shown; a document is only handed over.
    @GetMapping("/pictures/{message}")
    void picture(
            Actor actor,
            @PathVariable UUID thread,
            @PathVariable UUID message,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var file = readFile.content(actor, new ThreadId(thread), new MessageId(message))
                .filter(found -> found.details().kind().isPicture());
        new ServedFile(found(file)).show(request, response);
    }

    @GetMapping("/previews/{message}")
    void preview(
            Actor actor,
            @PathVariable UUID thread,
            @PathVariable UUID message,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        new ServedFile(found(readFile.preview(actor, new ThreadId(thread), new MessageId(message))))
                .show(request, response);
    }

    private static OpenFile found(Optional<OpenFile> file) {
        return file.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
