package health.visavis.web.insight;

import health.visavis.insight.CallRecord;
import health.visavis.web.components.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The calls there were.
///
/// @param next address of the next page, or null on the last
public record CallsView(
        List<CallRecord> calls,
        CallFilter filter,
        List<Choice> engines,
        List<Choice> outcomes,
        @Nullable String next) {

    public CallsView {
        calls = List.copyOf(calls);
        engines = List.copyOf(engines);
        outcomes = List.copyOf(outcomes);
    }
}
