package health.visavis.web.audit;

import health.visavis.access.Actor;
import health.visavis.insight.ReportAccess;
import health.visavis.insight.WatchPatient;
import health.visavis.kernel.PatientId;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.Redirect;
import health.visavis.web.layout.ShellFactory;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Who accessed patients' data: today or on other days, of one person or one patient; and what is unusual about it.
@Controller
class AccessReportsController {

    private final ReportAccess reportAccess;
    private final WatchPatient watchPatient;
    private final ShellFactory shells;
    private final Clock clock;

    AccessReportsController(ReportAccess reportAccess, WatchPatient watchPatient, ShellFactory shells, Clock clock) {
        this.reportAccess = reportAccess;
        this.watchPatient = watchPatient;
        this.shells = shells;
        this.clock = clock;
    }

    @GetMapping(AuditPages.ACCESSES)
    Page accesses(Actor actor, HttpServletRequest request, @ModelAttribute AccessFilter filter) {
        var shell = shells.shell(request);
        var meant = filter.orToday(shell);
        return Page.of(
                "audit/accesses", new AccessesView(reportAccess.accesses(actor, meant.query(shell, clock)), meant));
    }

    @GetMapping(AuditPages.UNUSUAL)
    Page unusual(Actor actor, HttpServletRequest request, @ModelAttribute AccessFilter filter) {
        var shell = shells.shell(request);
        var meant = filter.orToday(shell);
        return Page.of("audit/unusual", new UnusualView(reportAccess.unusual(actor, meant.query(shell, clock)), meant));
    }

    @GetMapping(AuditPages.ACCESSES + ".csv")
    ResponseEntity<byte[]> accessesFile(Actor actor, HttpServletRequest request, @ModelAttribute AccessFilter filter) {
        var shell = shells.shell(request);
        var query = filter.orToday(shell).query(shell, clock);
        return csv("accesses", AccessExport.csv(reportAccess.accesses(actor, query)));
    }

    @GetMapping(AuditPages.UNUSUAL + ".csv")
    ResponseEntity<byte[]> unusualFile(Actor actor, HttpServletRequest request, @ModelAttribute AccessFilter filter) {
        var shell = shells.shell(request);
        var query = filter.orToday(shell).query(shell, clock);
        return csv("unusual", AccessExport.csv(reportAccess.unusual(actor, query)));
    }

    @PostMapping("/audit/watched")
    Redirect watch(Actor actor, @RequestParam UUID patient, @RequestParam boolean watched) {
        var whom = new PatientId(patient);
        if (watched) {
            watchPatient.begin(actor, whom);
        } else {
            watchPatient.end(actor, whom);
        }
        return new Redirect(new AccessFilter(null, null, null, null).of(AuditPages.ACCESSES, patient), null)
                .saying(watched ? "audit.watch.begun" : "audit.watch.ended");
    }

    private static ResponseEntity<byte[]> csv(String name, String text) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
