package health.visavis.web.audit;

import health.visavis.access.Actor;
import health.visavis.audit.AuditEvent.Outcome;
import health.visavis.insight.SearchAudit;
import health.visavis.web.components.Choice;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.ShellFactory;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

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
    Page search(
            Actor viewer,
            HttpServletRequest request,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String outcome,
            @RequestParam(required = false) @Nullable UUID actor,
            @RequestParam(required = false) @Nullable UUID patient,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE_TIME) @Nullable Instant before) {
        var shell = shells.shell(request);
        var filter = new AuditFilter(from, to, action, outcome, actor, patient, before);
        var entries = searchAudit.search(viewer, filter.query(shell.zone(), clock));
        var actions = Stream.concat(
                        Stream.of(Choice.of("", shell.t("audit.search.any"))),
                        AuditFilter.acts().map(code -> Choice.of(code, shell.t("audit.action." + code))))
                .toList();
        var outcomes = List.of(
                Choice.of("", shell.t("audit.search.any")),
                Choice.of(Outcome.GRANTED.name(), shell.t("audit.outcome.GRANTED")),
                Choice.of(Outcome.REFUSED.name(), shell.t("audit.outcome.REFUSED")));
        var older = entries.size() < AuditFilter.PAGE
                ? null
                : filter.older(entries.getLast().event().at());
        return Page.of("audit/search", new AuditView(entries, filter, actions, outcomes, older));
    }
}
