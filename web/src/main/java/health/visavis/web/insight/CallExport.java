package health.visavis.web.insight;

import health.visavis.insight.CallRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Records of calls as files: one line each, with the columns of `docs/guides/call-records.md`. Times are UTC.
final class CallExport {

    private static final String LINE = "\r\n";

    static final List<String> COLUMNS = List.of(
            "call",
            "leg",
            "engine",
            "seen_by",
            "began_at",
            "ended_at",
            "seconds",
            "outcome",
            "media",
            "participants",
            "network",
            "round_trip_ms",
            "jitter_ms",
            "loss_per_mille",
            "received_kbit",
            "frames_per_second",
            "attendances");

    private CallExport() {}

    /// RFC 4180. Nothing in it was typed by anybody, so nothing needs quotes.
    static String csv(List<CallRecord> calls) {
        var lines = calls.stream()
                .map(call -> fields(call).values().stream()
                        .map(value -> value == null ? "" : value.toString())
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining(LINE));
        return String.join(",", COLUMNS) + LINE + (lines.isEmpty() ? "" : lines + LINE);
    }

    static String ndjson(List<CallRecord> calls) {
        return calls.stream()
                .map(call -> {
                    Map<String, @Nullable Object> fields = fields(call);
                    fields.put(
                            "attendances",
                            call.attendances().stream()
                                    .map(one -> Map.of(
                                            "role", one.role(),
                                            "came_at", one.cameAt().toString(),
                                            "left_at", one.leftAt().toString()))
                                    .toList());
                    return JsonMapper.shared().writeValueAsString(fields) + "\n";
                })
                .collect(Collectors.joining());
    }

    private static Map<String, @Nullable Object> fields(CallRecord call) {
        var figures = call.figures();
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("call", call.visit().toString());
        fields.put("leg", call.leg());
        fields.put("engine", call.engine());
        fields.put("seen_by", call.witnessed() ? "engine" : "visavis");
        fields.put("began_at", call.beganAt().toString());
        fields.put("ended_at", call.endedAt().toString());
        fields.put("seconds", call.lasted().toSeconds());
        fields.put("outcome", call.outcome().name());
        fields.put("media", call.media().name());
        fields.put("participants", call.participants());
        fields.put("network", call.network().name());
        fields.put("round_trip_ms", figures.roundTripMillis());
        fields.put("jitter_ms", figures.jitterMillis());
        fields.put("loss_per_mille", figures.lossPerMille());
        fields.put("received_kbit", figures.receivedKilobits());
        fields.put("frames_per_second", figures.framesPerSecond());
        fields.put(
                "attendances",
                call.attendances().stream()
                        .map(one -> one.role() + " " + one.cameAt() + "/" + one.leftAt())
                        .collect(Collectors.joining(";")));
        return fields;
    }
}
