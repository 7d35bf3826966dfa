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
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

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
    Page calls(
            Actor actor,
            HttpServletRequest request,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String engine,
            @RequestParam(required = false) @Nullable String outcome,
            @RequestParam(required = false) @Nullable String after) {
        var shell = shells.shell(request);
        var filter = new CallFilter(from, to, engine, outcome, after);
        var calls = listCallRecords.list(actor, filter.query(shell.zone(), clock, CallFilter.PAGE));
        var next = calls.size() < CallFilter.PAGE ? null : filter.next(calls.getLast());
        return Page.of("insight/calls", new CallsView(calls, filter, engines(actor, shell), outcomes(shell), next));
    }

    @GetMapping("/calls.csv")
    ResponseEntity<byte[]> csv(
            Actor actor,
            HttpServletRequest request,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String engine,
            @RequestParam(required = false) @Nullable String outcome) {
        var filter = new CallFilter(from, to, engine, outcome, null);
        return file(
                actor, request, filter, "csv", new MediaType("text", "csv", StandardCharsets.UTF_8), CallExport::csv);
    }

    @GetMapping("/calls.ndjson")
    ResponseEntity<byte[]> ndjson(
            Actor actor,
            HttpServletRequest request,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String engine,
            @RequestParam(required = false) @Nullable String outcome) {
        var filter = new CallFilter(from, to, engine, outcome, null);
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
        return Stream.concat(
                        Stream.of(Choice.of("", shell.t("insight.calls.any"))),
                        listCallRecords.engines(actor).stream().map(engine -> Choice.of(engine, engine)))
                .toList();
    }

    private static List<Choice> outcomes(Shell shell) {
        return Stream.concat(
                        Stream.of(Choice.of("", shell.t("insight.calls.any"))),
                        Arrays.stream(CallRecord.Outcome.values())
                                .map(each -> Choice.of(each.name(), shell.t("insight.outcome." + each.name()))))
                .toList();
    }
}
