package health.visavis.web.insight;

import health.visavis.access.Actor;
import health.visavis.insight.CallQuery;
import health.visavis.insight.CallRecord;
import health.visavis.insight.ListCallRecords;
import health.visavis.web.components.Choice;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.Shell;
import health.visavis.web.layout.ShellFactory;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/// The records of calls, to look at and to take along.
@Controller
class CallsController {

    private final ListCallRecords listCallRecords;
    private final ShellFactory shells;
    private final Clock clock;

    CallsController(ListCallRecords listCallRecords, ShellFactory shells, Clock clock) {
        this.listCallRecords = listCallRecords;
        this.shells = shells;
        this.clock = clock;
    }

    @GetMapping("/calls")
    Page calls(Actor actor, HttpServletRequest request, @ModelAttribute CallFilter filter) {
        var shell = shells.shell(request);
        var calls = listCallRecords.list(actor, filter.query(shell.zone(), clock, CallFilter.PAGE));
        var next = calls.size() < CallFilter.PAGE ? null : filter.next(calls.getLast());
        return Page.of("insight/calls", new CallsView(calls, filter, engines(actor, shell), outcomes(shell), next));
    }

    @GetMapping("/calls.csv")
    ResponseEntity<byte[]> csv(Actor actor, HttpServletRequest request, @ModelAttribute CallFilter filter) {
        return file(
                actor, request, filter, "csv", new MediaType("text", "csv", StandardCharsets.UTF_8), CallExport::csv);
    }

    @GetMapping("/calls.ndjson")
    ResponseEntity<byte[]> ndjson(Actor actor, HttpServletRequest request, @ModelAttribute CallFilter filter) {
        return file(actor, request, filter, "ndjson", new MediaType("application", "x-ndjson"), CallExport::ndjson);
    }

    private ResponseEntity<byte[]> file(
            Actor actor,
            HttpServletRequest request,
            CallFilter filter,
            String kind,
            MediaType type,
            Function<List<CallRecord>, String> form) {
        var zone = shells.shell(request).zone();
        var calls = listCallRecords.list(actor, filter.query(zone, clock, CallQuery.MOST));
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"calls." + kind + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(form.apply(calls).getBytes(StandardCharsets.UTF_8));
    }

    private List<Choice> engines(Actor actor, Shell shell) {
        return Choice.anyOr(
                shell.t("insight.calls.any"),
                listCallRecords.engines(actor).stream()
                        .map(engine -> Choice.of(engine, CallsView.engine(shell, engine))));
    }

    private static List<Choice> outcomes(Shell shell) {
        return Choice.anyOr(
                shell.t("insight.calls.any"),
                Arrays.stream(CallRecord.Outcome.values())
                        .map(each -> Choice.of(each.name(), shell.t("insight.outcome." + each.name()))));
    }
}
