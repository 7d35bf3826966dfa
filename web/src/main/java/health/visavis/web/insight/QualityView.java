package health.visavis.web.insight;

import health.visavis.insight.VisitQuality;
import health.visavis.insight.domain.Episode;
import health.visavis.insight.domain.Measurement;
import health.visavis.visit.RungSummary;
import health.visavis.web.layout.Shell;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The line of one visit: causes in words, three charts, the engines, and every figure.
///
/// @param patient whose visit it was, for the clinician who held it; null for those who run the technology and come
///     from the list of calls
public record QualityView(
        UUID visit, VisitQuality quality, @Nullable String patient) {

    private static final Set<String> ENDS = Set.of("PATIENT", "CLINICIAN");
    private static final Set<String> ENGINES = Set.of("direct", "audio", "telephone");

    public String back() {
        return patient == null ? "/calls" : "/visits/" + visit + "/call";
    }

    public String backWord() {
        return patient == null ? "insight.quality.toCalls" : "insight.quality.toVisit";
    }

    public boolean measured() {
        return !quality.measurements().isEmpty();
    }

    /// Whether any figure is known: a browser may have counted nothing at all, and then nothing can be called fine.
    public boolean known() {
        return charts().stream().anyMatch(chart -> chart.worst() != null);
    }

    /// Who measured, in words.
    public static String end(Shell shell, String end) {
        return shell.t("insight.end." + (ENDS.contains(end) ? end : "OTHER"));
    }

    public String cause(Shell shell, Episode episode) {
        return shell.t(
                "insight.cause." + episode.cause().name(),
                end(shell, episode.end()),
                span(shell.clock(episode.from()), shell.clock(episode.until())));
    }

    /// What lasted less than a minute has one time.
    private static String span(String from, String until) {
        return from.equals(until) ? from : from + "–" + until;
    }

    /// Whether anything was measured twice, and so has lines to tell apart.
    public boolean overTime() {
        return charts().stream().anyMatch(chart -> !chart.once());
    }

    /// One sentence for each step: why, and what carried the call from then on.
    public String step(Shell shell, RungSummary rung) {
        var engine = rung.engine().value();
        var carrier = shell.t("visit.engine." + (ENGINES.contains(engine) ? engine : "service"), engine);
        return shell.t("visit.rung." + rung.reason(), carrier);
    }

    public List<LineChart> charts() {
        return List.of(
                chart("loss", measurement -> tenth(measurement.lossPerMille()), 10),
                chart("way", Measurement::roundTripMillis, 300),
                chart("received", Measurement::receivedKilobits, 500));
    }

    private LineChart chart(String name, Function<Measurement, @Nullable Integer> figure, int leastTop) {
        return LineChart.of(name, quality.measurements(), figure, leastTop);
    }

    /// Per mille to per cent.
    private static @Nullable Integer tenth(@Nullable Integer perMille) {
        return perMille == null ? null : Math.round(perMille / 10f);
    }
}
