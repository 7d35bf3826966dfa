package health.visavis.web.audit;

import health.visavis.access.Actor;
import health.visavis.audit.AuditEvent.Outcome;
import health.visavis.insight.SearchAudit;
import health.visavis.web.components.Choice;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.ShellFactory;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

@Controller
class AuditController {

    private final SearchAudit searchAudit;
    private final ShellFactory shells;
    private final Clock clock;

    AuditController(SearchAudit searchAudit, ShellFactory shells, Clock clock) {
        this.searchAudit = searchAudit;
        this.shells = shells;
        this.clock = clock;
    }

    @GetMapping("/audit")
    Page search(Actor viewer, HttpServletRequest request, @ModelAttribute AuditFilter filter) {
        var shell = shells.shell(request);
        var entries = searchAudit.search(viewer, filter.query(shell.zone(), clock));
        var any = shell.t("audit.search.any");
        var actions =
                Choice.anyOr(any, AuditFilter.acts().map(code -> Choice.of(code, shell.t("audit.action." + code))));
        var outcomes = Choice.anyOr(
                any,
                Arrays.stream(Outcome.values())
                        .map(each -> Choice.of(each.name(), shell.t("audit.outcome." + each.name()))));
        var older = entries.size() < AuditFilter.PAGE
                ? null
                : filter.older(entries.getLast().event().at());
        return Page.of("audit/search", new AuditView(entries, filter, actions, outcomes, older));
    }
}
