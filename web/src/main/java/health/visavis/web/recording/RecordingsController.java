package health.visavis.web.recording;

import health.visavis.access.Actor;
import health.visavis.kernel.RecordingId;
import health.visavis.kernel.VisitId;
import health.visavis.recording.OpenSegment;
import health.visavis.recording.PlayRecording;
import health.visavis.web.layout.Page;
import health.visavis.web.security.PagePolicy;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.server.ResponseStatusException;

/// Plays recordings: opened on the fly, part by part, for as much as the player asks for.
@Controller
class RecordingsController {

    private final PlayRecording playRecording;

    RecordingsController(PlayRecording playRecording) {
        this.playRecording = playRecording;
    }

    @GetMapping("/visits/{id}/recordings")
    Page list(Actor actor, @PathVariable UUID id) {
        var visit = new VisitId(id);
        return Page.of("recording/list", new RecordingsView(visit, playRecording.list(actor, visit)));
    }

    @GetMapping("/recordings/{recording}/segments/{segment}")
    void play(
            Actor actor,
            @PathVariable UUID recording,
            @PathVariable int segment,
            @RequestHeader(name = HttpHeaders.RANGE, required = false) @Nullable String range,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var open = playRecording
                .open(actor, new RecordingId(recording), segment)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        PagePolicy.isolate(request);
        response.setContentType(open.mediaType());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "inline");
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        write(open, range, response);
    }

    /// The first range that is asked for; what cannot be understood is answered with everything (RFC 9110, section
    // 14.2).
    private static void write(OpenSegment open, @Nullable String range, HttpServletResponse response)
            throws IOException {
        var wanted = parsed(range);
        if (wanted == null) {
            response.setContentLengthLong(open.size());
            open.writeTo(response.getOutputStream(), 0, open.size());
            return;
        }
        var from = wanted.getRangeStart(open.size());
        if (from >= open.size()) {
            response.setStatus(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE.value());
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + open.size());
            return;
        }
        var last = wanted.getRangeEnd(open.size());
        response.setStatus(HttpStatus.PARTIAL_CONTENT.value());
        response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes " + from + "-" + last + "/" + open.size());
        response.setContentLengthLong(last - from + 1);
        open.writeTo(response.getOutputStream(), from, last + 1);
    }

    private static @Nullable HttpRange parsed(@Nullable String range) {
        try {
            var ranges = range == null ? java.util.List.<HttpRange>of() : HttpRange.parseRanges(range);
            return ranges.isEmpty() ? null : ranges.getFirst();
        } catch (IllegalArgumentException nonsense) {
            return null;
        }
    }
}
