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
        var measurements = new Measurements(shell, dates, chart);
        var marks = new SensitivityMarks(shell, chart);
        return new ChartView(
                opened.patient().displayName(),
                about(opened),
                own,
                path,
                chart.allergies().stream()
                        .filter(Allergy::active)
                        .map(one -> allergy(one, marks))
                        .toList(),
                chart.allergies().stream()
                        .filter(one -> !one.active())
                        .map(one -> allergy(one, marks))
                        .toList(),
                List.of(problems(chart, marks), medications(chart, marks)),
                measurements.rows(Category.VITAL_SIGN),
                measurements.rows(Category.LABORATORY),
                measurements.rows(Category.OTHER),
                List.of(
                        vaccinations(chart, marks),
                        interventions(chart, marks),
                        contacts(chart, marks),
                        documents(chart, marks)),
                chart.isEmpty(),
                opened.inEmergency(),
                !own && chart.wantsNotice());
    }

    private String about(OpenChart opened) {
        return dates.born(opened.patient().bornOn()) + "\u00a0· "
                + shell.t("chart.gender." + opened.patient().gender().code());
    }

    private AllergyLine allergy(Allergy allergy, SensitivityMarks marks) {
        return new AllergyLine(
                Terms.plain(allergy.what()),
                allergy.isDangerous(),
                allergy.reactions().stream()
                        .map(reaction -> new AllergyLine.Reaction(
                                Terms.plain(reaction.manifestation()), severity(reaction.severity())))
                        .distinct()
                        .toList(),
                marks.of(List.of(allergy)));
    }

    private @Nullable String severity(@Nullable String code) {
        return code == null ? null : shell.t("chart.severity." + code);
    }

    private ChartSection problems(Chart chart, SensitivityMarks marks) {
        var active = chart.problems().stream().filter(Problem::active).toList();
        BiFunction<Problem, Integer, ChartLine> draw = (problem, times) ->
                new ChartLine(Terms.plain(problem.what()), times(times), null, since(problem), null);
        return section(
                "problems",
                collapse(
                        marks,
                        active.stream()
                                .filter(one -> !isCircumstance(one.what()))
                                .toList(),
                        Problem::what,
                        draw),
                List.of(
                        fold(
                                "circumstances",
                                collapse(
                                        marks,
                                        active.stream()
                                                .filter(one -> isCircumstance(one.what()))
                                                .toList(),
                                        Problem::what,
                                        draw)),
                        fold(
                                own ? "overcome" : "resolved",
                                collapse(
                                        marks,
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

    private ChartSection medications(Chart chart, SensitivityMarks marks) {
        BiFunction<Medication, Integer, ChartLine> draw = this::medication;
        return section(
                "medications",
                collapse(
                        marks,
                        chart.medications().stream().filter(Medication::active).toList(),
                        Medication::what,
                        draw),
                List.of(fold(
                        "past",
                        collapse(
                                marks,
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

    private ChartSection vaccinations(Chart chart, SensitivityMarks marks) {
        return cut(
                "vaccinations",
                collapse(
                        marks,
                        chart.vaccinations(),
                        ChartEntry.Vaccination::what,
                        (one, times) -> new ChartLine(
                                Terms.plain(one.what()),
                                one.given() ? times(times) : shell.t("chart.vaccination.notGiven"),
                                null,
                                dates.read(one.on()),
                                null)));
    }

    private ChartSection interventions(Chart chart, SensitivityMarks marks) {
        return cut(
                "interventions",
                collapse(
                        marks,
                        chart.interventions(),
                        ChartEntry.Intervention::what,
                        (one, times) -> new ChartLine(
                                Terms.plain(one.what()),
                                times(times),
                                Terms.plain(one.reason()),
                                dates.read(one.on()),
                                null)));
    }

    private ChartSection contacts(Chart chart, SensitivityMarks marks) {
        return cut(
                "contacts",
                chart.contacts().stream()
                        .map(one -> new ChartLine(
                                Terms.plain(one.what()),
                                null,
                                join(Terms.plain(one.reason()), one.clinician(), one.place()),
                                dates.read(one.on()),
                                null,
                                marks.of(List.of(one))))
                        .toList());
    }

    private ChartSection documents(Chart chart, SensitivityMarks marks) {
        return cut(
                "documents",
                chart.documents().stream()
                        .map(filed -> new ChartLine(
                                Terms.plain(filed.document().what()),
                                filed.document().readable() ? null : shell.t("chart.document.elsewhere"),
                                filed.document().author(),
                                dates.read(filed.document().on()),
                                filed.document().readable() ? path + "/documents/" + filed.id() : null,
                                marks.of(List.of(filed.document()))))
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
    private static <T extends ChartEntry> List<ChartLine> collapse(
            SensitivityMarks marks,
            List<T> newestFirst,
            Function<T, Coded> what,
            BiFunction<T, Integer, ChartLine> draw) {
        var same = new LinkedHashMap<String, List<T>>();
        for (var one : newestFirst) {
            var coded = what.apply(one);
            same.computeIfAbsent(coded.system() + "|" + coded.code() + "|" + coded.display(), key -> new ArrayList<>())
                    .add(one);
        }
        return same.values().stream()
                .map(all -> draw.apply(all.getFirst(), all.size()).marked(marks.of(all)))
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
