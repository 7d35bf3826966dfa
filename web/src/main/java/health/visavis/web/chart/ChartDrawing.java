package health.visavis.web.chart;

import health.visavis.chart.Chart;
import health.visavis.chart.ChartEntry;
import health.visavis.chart.ChartEntry.Allergy;
import health.visavis.chart.ChartEntry.Measurement.Category;
import health.visavis.chart.ChartEntry.Medication;
import health.visavis.chart.ChartEntry.Problem;
import health.visavis.chart.Coded;
import health.visavis.chart.ReadChart.OpenChart;
import health.visavis.web.layout.Shell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Prepares the chart for its page, in the viewer's language; what the source said stays in the source's words.
final class ChartDrawing {

    private static final int SHOWN = 6;
    private static final int FOLDED = 60;

    private final Shell shell;
    private final boolean own;
    private final String path;
    private final ChartDates dates;
    private final Dosages dosages;

    ChartDrawing(Shell shell, boolean own, String path) {
        this.shell = shell;
        this.own = own;
        this.path = path;
        this.dates = new ChartDates(shell);
        this.dosages = new Dosages(shell);
    }

    ChartView draw(OpenChart opened) {
        var chart = opened.chart();
        var measurements = new Measurements(shell, dates);
        return new ChartView(
                opened.patient().displayName(),
                about(opened),
                own,
                path,
                chart.allergies().stream()
                        .filter(Allergy::active)
                        .map(this::allergy)
                        .toList(),
                chart.allergies().stream()
                        .filter(one -> !one.active())
                        .map(this::allergy)
                        .toList(),
                List.of(problems(chart), medications(chart)),
                measurements.rows(chart.measurements(), Category.VITAL_SIGN),
                measurements.rows(chart.measurements(), Category.LABORATORY),
                measurements.rows(chart.measurements(), Category.OTHER),
                List.of(vaccinations(chart), interventions(chart), contacts(chart), documents(chart)),
                chart.isEmpty(),
                opened.inEmergency());
    }

    private String about(OpenChart opened) {
        return dates.born(opened.patient().bornOn()) + "\u00a0· "
                + shell.t("chart.gender." + opened.patient().gender().code());
    }

    private AllergyLine allergy(Allergy allergy) {
        return new AllergyLine(
                Terms.plain(allergy.what()),
                allergy.isDangerous(),
                allergy.reactions().stream()
                        .map(reaction -> new AllergyLine.Reaction(
                                Terms.plain(reaction.manifestation()), severity(reaction.severity())))
                        .distinct()
                        .toList());
    }

    private @Nullable String severity(@Nullable String code) {
        return code == null ? null : shell.t("chart.severity." + code);
    }

    private ChartSection problems(Chart chart) {
        var active = chart.problems().stream().filter(Problem::active).toList();
        BiFunction<Problem, Integer, ChartLine> draw = (problem, times) ->
                new ChartLine(Terms.plain(problem.what()), times(times), null, since(problem), null);
        return section(
                "problems",
                collapse(
                        active.stream()
                                .filter(one -> !isCircumstance(one.what()))
                                .toList(),
                        Problem::what,
                        draw),
                List.of(
                        fold(
                                "circumstances",
                                collapse(
                                        active.stream()
                                                .filter(one -> isCircumstance(one.what()))
                                                .toList(),
                                        Problem::what,
                                        draw)),
                        fold(
                                own ? "overcome" : "resolved",
                                collapse(
                                        chart.problems().stream()
                                                .filter(one -> !one.active())
                                                .toList(),
                                        Problem::what,
                                        draw))));
    }

    /// SNOMED CT says at the end of a name what kind of thing it is; a job or a school is not what a problem
    /// list is read for.
    private static boolean isCircumstance(Coded what) {
        var name = what.display().toLowerCase(Locale.ROOT);
        return name.endsWith("(finding)") || name.endsWith("(situation)") || name.endsWith("(person)");
    }

    private @Nullable String since(Problem problem) {
        var from = dates.read(problem.on());
        var until = dates.read(problem.until());
        if (from == null) {
            return until;
        }
        if (until == null && problem.active()) {
            return shell.t("chart.line.since", from);
        }
        return until == null || until.equals(from) ? from : from + " – " + until;
    }

    private ChartSection medications(Chart chart) {
        BiFunction<Medication, Integer, ChartLine> draw = this::medication;
        return section(
                "medications",
                collapse(chart.medications().stream().filter(Medication::active).toList(), Medication::what, draw),
                List.of(fold(
                        "past",
                        collapse(
                                chart.medications().stream()
                                        .filter(one -> !one.active())
                                        .toList(),
                                Medication::what,
                                draw))));
    }

    private ChartLine medication(Medication one, int times) {
        var dosage = Terms.withoutKinds(one.dosage());
        var read = dosage == null ? null : dosages.read(dosage).orElse(null);
        return new ChartLine(
                Terms.plain(one.what()),
                join(read, times < 2 ? null : shell.t("chart.line.prescribed", times)),
                join(read == null ? dosage : null, Terms.plain(one.reason())),
                ordered(dates.read(one.on()), times),
                null);
    }

    private @Nullable String ordered(@Nullable String on, int times) {
        return on == null ? null : shell.t(times < 2 ? "chart.line.ordered" : "chart.line.orderedLast", on);
    }

    private ChartSection vaccinations(Chart chart) {
        return cut(
                "vaccinations",
                collapse(
                        chart.vaccinations(),
                        ChartEntry.Vaccination::what,
                        (one, times) -> new ChartLine(
                                Terms.plain(one.what()),
                                one.given() ? times(times) : shell.t("chart.vaccination.notGiven"),
                                null,
                                dates.read(one.on()),
                                null)));
    }

    private ChartSection interventions(Chart chart) {
        return cut(
                "interventions",
                collapse(
                        chart.interventions(),
                        ChartEntry.Intervention::what,
                        (one, times) -> new ChartLine(
                                Terms.plain(one.what()),
                                times(times),
                                Terms.plain(one.reason()),
                                dates.read(one.on()),
                                null)));
    }

    private ChartSection contacts(Chart chart) {
        return cut(
                "contacts",
                chart.contacts().stream()
                        .map(one -> new ChartLine(
                                Terms.plain(one.what()),
                                null,
                                join(Terms.plain(one.reason()), one.clinician(), one.place()),
                                dates.read(one.on()),
                                null))
                        .toList());
    }

    private ChartSection documents(Chart chart) {
        return cut(
                "documents",
                chart.documents().stream()
                        .map(filed -> new ChartLine(
                                Terms.plain(filed.document().what()),
                                filed.document().readable() ? null : shell.t("chart.document.elsewhere"),
                                filed.document().author(),
                                dates.read(filed.document().on()),
                                filed.document().readable() ? path + "/documents/" + filed.id() : null))
                        .toList());
    }

    private ChartSection cut(String id, List<ChartLine> lines) {
        return section(
                id,
                lines.stream().limit(SHOWN).toList(),
                List.of(fold("earlier", lines.stream().skip(SHOWN).toList())));
    }

    private ChartSection section(String id, List<ChartLine> lines, List<ChartSection.Fold> folds) {
        return new ChartSection(
                id, shell.t((own ? "chart.own." : "chart.staff.") + id), shell.t("chart.none." + id), lines, folds);
    }

    private ChartSection.Fold fold(String id, List<ChartLine> lines) {
        var drawn = lines.stream().limit(FOLDED).toList();
        return new ChartSection.Fold(shell.t("chart.fold." + id, lines.size()), drawn, lines.size() - drawn.size());
    }

    /// One line for what comes again and again; entries come newest first, so the newest stands for all.
    private static <T> List<ChartLine> collapse(
            List<T> newestFirst, Function<T, Coded> what, BiFunction<T, Integer, ChartLine> draw) {
        var same = new LinkedHashMap<String, List<T>>();
        for (var one : newestFirst) {
            var coded = what.apply(one);
            same.computeIfAbsent(coded.system() + "|" + coded.code() + "|" + coded.display(), key -> new ArrayList<>())
                    .add(one);
        }
        return same.values().stream()
                .map(all -> draw.apply(all.getFirst(), all.size()))
                .toList();
    }

    private @Nullable String times(int times) {
        return times < 2 ? null : shell.t("chart.line.times", times);
    }

    private static @Nullable String join(@Nullable String... parts) {
        var joined = new ArrayList<String>();
        for (var part : parts) {
            if (part != null) {
                joined.add(part);
            }
        }
        return joined.isEmpty() ? null : String.join("\u00a0· ", joined);
    }
}
