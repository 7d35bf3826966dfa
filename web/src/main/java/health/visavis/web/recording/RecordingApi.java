package health.visavis.web.recording;

import health.visavis.access.Actor;
import health.visavis.kernel.RecordingId;
import health.visavis.kernel.Sensitive;
import health.visavis.kernel.VisitId;
import health.visavis.recording.AnswerRecording;
import health.visavis.recording.AskToRecord;
import health.visavis.recording.StopRecording;
import health.visavis.recording.StorePart;
import health.visavis.recording.StorePart.PartDraft;
import health.visavis.recording.StorePart.PartOutcome;
import health.visavis.recording.WatchRecording;
import health.visavis.web.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Recording of a visit for scripts.
@RestController
@Tag(name = "Recording")
class RecordingApi {

    private final WatchRecording watchRecording;
    private final AskToRecord askToRecord;
    private final AnswerRecording answerRecording;
    private final StopRecording stopRecording;
    private final StorePart storePart;

    RecordingApi(
            WatchRecording watchRecording,
            AskToRecord askToRecord,
            AnswerRecording answerRecording,
            StopRecording stopRecording,
            StorePart storePart) {
        this.watchRecording = watchRecording;
        this.askToRecord = askToRecord;
        this.answerRecording = answerRecording;
        this.stopRecording = stopRecording;
        this.storePart = storePart;
    }

    record Question(int wording) {}

    record Consent(boolean given, int wording) {}

    record Next(int next) {}

    @GetMapping("/api/visits/{id}/recording")
    @Operation(summary = "Where the recording of a visit stands")
    RecordingJson now(Actor actor, @PathVariable UUID id) {
        return RecordingJson.of(watchRecording.now(actor, new VisitId(id)));
    }

    @PostMapping("/api/visits/{id}/recording")
    @Operation(summary = "Ask everybody in the call whether it may be recorded")
    ResponseEntity<?> ask(Actor actor, @PathVariable UUID id, @RequestBody Question question) {
        return switch (askToRecord.ask(actor, new VisitId(id), question.wording())) {
            case ASKED, OPEN_ALREADY -> ResponseEntity.noContent().build();
            case NOT_ALLOWED -> problem(ProblemType.RECORDING_OFF);
            case NOT_IN_THE_CALL -> problem(ProblemType.CONFLICT);
        };
    }

    @PostMapping("/api/visits/{id}/recording/consent")
    @Operation(summary = "Consent to being recorded, refuse, or take a consent back")
    ResponseEntity<?> answer(Actor actor, @PathVariable UUID id, @RequestBody Consent consent) {
        return switch (answerRecording.answer(actor, new VisitId(id), consent.given(), consent.wording())) {
            case NOTED -> ResponseEntity.noContent().build();
            case NOTHING_ASKED -> problem(ProblemType.RECORDING_OFF);
            case NOT_IN_THE_CALL -> problem(ProblemType.CONFLICT);
        };
    }

    @PostMapping("/api/visits/{id}/recording/end")
    @Operation(summary = "Stop recording")
    ResponseEntity<Void> stop(Actor actor, @PathVariable UUID id) {
        stopRecording.stop(actor, new VisitId(id));
        return ResponseEntity.noContent().build();
    }

    /// The answer comes when the part is stored. One that is not due is answered with the place that is.
    @PostMapping("/api/recordings/{recording}/parts")
    @Operation(summary = "Store the next seconds of a recording")
    ResponseEntity<?> store(
            Actor actor,
            @PathVariable UUID recording,
            @RequestParam int place,
            @RequestParam int segment,
            HttpServletRequest request)
            throws IOException {
        var content = request.getInputStream().readNBytes(Math.toIntExact(storePart.largest() + 1));
        var draft = new PartDraft(new RecordingId(recording), place, segment, Sensitive.of(content));
        return switch (storePart.store(actor, draft)) {
            case PartOutcome.Stored stored ->
                ResponseEntity.status(HttpStatus.CREATED).body(new Next(place + 1));
            case PartOutcome.OutOfOrder due ->
                ResponseEntity.status(HttpStatus.CONFLICT).body(new Next(due.next()));
            case PartOutcome.NotTaken notTaken -> problem(ProblemType.RECORDING_OFF);
            case PartOutcome.TooLarge tooLarge -> problem(ProblemType.TOO_LARGE);
        };
    }

    private static ResponseEntity<?> problem(ProblemType type) {
        return ResponseEntity.status(type.status()).body(type.toProblem());
    }
}
