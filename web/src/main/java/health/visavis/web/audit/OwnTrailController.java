package health.visavis.web.audit;

import health.visavis.access.Actor;
import health.visavis.insight.QuestionAccess;
import health.visavis.insight.QuestionAccess.QuestionOutcome;
import health.visavis.insight.ReadOwnTrail;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.Redirect;
import health.visavis.web.layout.ShellFactory;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Who had to do with my data: to look at, to ask about, and to take along.
@Controller
@RequestMapping(OwnTrailController.PATH)
class OwnTrailController {

    static final String PATH = "/record/access";

    private final ReadOwnTrail readOwnTrail;
    private final QuestionAccess questionAccess;
    private final ShellFactory shells;

    OwnTrailController(ReadOwnTrail readOwnTrail, QuestionAccess questionAccess, ShellFactory shells) {
        this.readOwnTrail = readOwnTrail;
        this.questionAccess = questionAccess;
        this.shells = shells;
    }

    @GetMapping
    Page entries(
            Actor actor,
            @RequestParam(defaultValue = "9223372036854775807") long before,
            @RequestParam(defaultValue = "false") boolean own) {
        return Page.of("audit/own", OwnTrailView.of(readOwnTrail.entries(actor, before, own), own));
    }

    @PostMapping("/{entry}/question")
    Redirect question(Actor actor, @PathVariable long entry) {
        return switch (questionAccess.ask(actor, entry)) {
            case QuestionOutcome.Asked _ -> Redirect.to(PATH).saying("audit.own.asked");
            case QuestionOutcome.NoSuchEntry _ -> Redirect.to(PATH);
        };
    }

    /// A page of its own, which needs neither us nor a network.
    @GetMapping("/file")
    ResponseEntity<byte[]> file(Actor actor, HttpServletRequest request) {
        var shell = shells.shell(request);
        return readOwnTrail
                .take(actor)
                .map(taken -> ResponseEntity.ok()
                        .contentType(new MediaType("text", "html", StandardCharsets.UTF_8))
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"access-to-my-data.html\"")
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .body(OwnTrailFile.of(taken, shell).getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> ResponseEntity.status(303)
                        .header(HttpHeaders.LOCATION, PATH)
                        .build());
    }
}
