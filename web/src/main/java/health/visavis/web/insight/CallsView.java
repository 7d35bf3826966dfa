package health.visavis.web.insight;

import health.visavis.insight.CallRecord;
import health.visavis.web.components.Choice;
import health.visavis.web.layout.Shell;
import java.util.List;
import java.util.Set;
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

    private static final Set<String> ENGINES = Set.of("direct", "audio", "telephone");

    public CallsView {
        calls = List.copyOf(calls);
        engines = List.copyOf(engines);
        outcomes = List.copyOf(outcomes);
    }

    /// What an engine is called: a vendor's service by its own name.
    public static String engine(Shell shell, String engine) {
        return shell.t("insight.engine." + (ENGINES.contains(engine) ? engine : "service"), engine);
    }

    /// Delay and loss, each with a word where nothing was measured; nothing was measured at all: a dash.
    public static String figures(Shell shell, CallRecord.Figures figures) {
        var lost = figures.lossPerMille();
        return figures.roundTripMillis() == null && lost == null
                ? "–"
                : figure(shell, "insight.call.millis", figures.roundTripMillis()) + ", "
                        + figure(shell, "insight.call.percent", lost == null ? null : lost / 10.0);
    }

    private static String figure(Shell shell, String key, @Nullable Number measured) {
        return measured == null ? shell.t("insight.call.noFigure") : shell.t(key, measured);
    }
}
