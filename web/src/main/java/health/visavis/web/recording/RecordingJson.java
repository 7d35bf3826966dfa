package health.visavis.web.recording;

import health.visavis.recording.RecordingSummary;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a recording stands, as the island receives it.
///
/// @param recorder `browser` when the doctor's page makes it, `service` when the engine of the call does
record RecordingJson(
        String state,
        @Nullable UUID id,
        boolean consented,
        String recorder,
        int parts,
        @Nullable String reason) {

    static RecordingJson of(RecordingSummary summary) {
        return new RecordingJson(
                code(summary.state()),
                summary.id() == null ? null : summary.id().value(),
                summary.consented(),
                summary.byBrowser() ? "browser" : "service",
                summary.parts(),
                summary.reason() == null ? null : code(summary.reason()));
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
