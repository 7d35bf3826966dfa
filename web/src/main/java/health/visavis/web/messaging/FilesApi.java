package health.visavis.web.messaging;

import health.visavis.access.Actor;
import health.visavis.kernel.Sensitive;
import health.visavis.kernel.ThreadId;
import health.visavis.messaging.FileDraft;
import health.visavis.messaging.FileOutcome;
import health.visavis.messaging.SendFile;
import health.visavis.web.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Files of a conversation for scripts and mobile clients.
@RestController
@Tag(name = "Messages")
class FilesApi {

    private final SendFile sendFile;

    FilesApi(SendFile sendFile) {
        this.sendFile = sendFile;
    }

    record Stored(long seq, Instant at) {}

    /// The answer comes when message and file are stored.
    @PostMapping("/api/messages/{thread}/files")
    @Operation(summary = "Send a photo or another file into a conversation")
    ResponseEntity<?> send(
            Actor actor,
            @PathVariable UUID thread,
            @RequestParam UUID clientId,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable MultipartFile file) {
        var id = new ThreadId(thread);
        var draft = file == null
                ? new FileDraft(id, clientId, Sensitive.of(text), Sensitive.of(""), Sensitive.of(new byte[0]))
                : SentFiles.draft(id, clientId, text, file);
        return switch (sendFile.send(actor, draft)) {
            case FileOutcome.Stored stored ->
                ResponseEntity.status(HttpStatus.CREATED).body(new Stored(stored.sequence(), stored.sentAt()));
            case FileOutcome.CareOver over -> refused("care-over");
            case FileOutcome.ContentGone gone -> refused("content-destroyed");
            case FileOutcome.TextTooLong tooLong -> refused("text-too-long");
            case FileOutcome.Refused refused -> refused(FileRules.reason(refused.why()));
        };
    }

    private static ResponseEntity<?> refused(String reason) {
        var problem = ProblemType.FILE_REFUSED.toProblem();
        problem.setProperty("reason", reason);
        return ResponseEntity.status(ProblemType.FILE_REFUSED.status()).body(problem);
    }
}
