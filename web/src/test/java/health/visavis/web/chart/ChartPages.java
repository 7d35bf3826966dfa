package health.visavis.web.chart;

import health.visavis.access.Role;
import health.visavis.access.Sensitivity;
import health.visavis.chart.Chart;
import health.visavis.chart.Chart.FiledDocument;
import health.visavis.chart.Chart.Series;
import health.visavis.chart.ChartEntry.Allergy;
import health.visavis.chart.ChartEntry.Contact;
import health.visavis.chart.ChartEntry.Document;
import health.visavis.chart.ChartEntry.Intervention;
import health.visavis.chart.ChartEntry.Measurement;
import health.visavis.chart.ChartEntry.Measurement.Category;
import health.visavis.chart.ChartEntry.Measurement.Component;
import health.visavis.chart.ChartEntry.Measurement.Quantity;
import health.visavis.chart.ChartEntry.Medication;
import health.visavis.chart.ChartEntry.Problem;
import health.visavis.chart.ChartEntry.Vaccination;
import health.visavis.chart.ClinicalDate;
import health.visavis.chart.ClinicalDate.Precision;
import health.visavis.chart.Coded;
import health.visavis.chart.ReadChart.OpenChart;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import health.visavis.people.Gender;
import health.visavis.people.PatientSummary;
import health.visavis.web.i18n.Language;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.TestShell;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/// The pages of charts with believable content.
public final class ChartPages {

    static final Chart EMPTY =
            new Chart(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), Map.of());

    private static final Coded PRESSURE =
            new Coded("http://loinc.org", "85354-9", "Blood pressure panel with all children optional");
    private static final Coded PAIN = new Coded("http://loinc.org", "38208-5", "Pain severity - Reported [Score]");

    private ChartPages() {}

    public static Map<String, String> all(Language language) {
        var pages = new LinkedHashMap<String, String>();
        var doctor = TestShell.of(language).signedInAs(Role.DOCTOR).at("/patients");
        var patient = TestShell.of(language).signedInAs(Role.PATIENT).at("/record");
        pages.put("chart", doctor.render(Page.of("chart/chart", draw(doctor, false, chart()))));
        pages.put("chart-empty", doctor.render(Page.of("chart/chart", draw(doctor, false, EMPTY))));
        pages.put("chart-emergency", doctor.render(Page.of("chart/chart", draw(doctor, false, chart(), true))));
        pages.put("chart-protected", doctor.render(Page.of("chart/chart", draw(doctor, false, protectedChart()))));
        pages.put(
                "chart-protected-emergency",
                doctor.render(Page.of("chart/chart", draw(doctor, false, protectedChart(), true))));
        pages.put(
                "chart-panel",
                doctor.render(Page.of(
                        "chart/panel", draw(doctor, false, protectedChart()).brief())));
        pages.put("record-protected", patient.render(Page.of("chart/chart", draw(patient, true, protectedChart()))));
        pages.put("record", patient.render(Page.of("chart/chart", draw(patient, true, chart()))));
        pages.put("record-empty", patient.render(Page.of("chart/chart", draw(patient, true, EMPTY))));
        pages.put(
                "chart-document",
                doctor.render(Page.of(
                        "chart/document",
                        new ChartView.OfDocument(
                                "History and physical note",
                                "Latonya Jami Stiedemann · Oct 3, 2026",
                                DocumentText.of("# Chief Complaint\nNo complaints.\n\n# Plan\n- Come again in a year."),
                                "/patients/1",
                                "chart.document.back",
                                SensitivityMarks.of(doctor.shell(), Sensitivity.PART2),
                                true,
                                false))));
        pages.put("patients", doctor.render(Page.of("chart/list", list("", 3))));
        pages.put("patients-none", doctor.render(Page.of("chart/list", list("", 0))));
        pages.put("patients-not-found", doctor.render(Page.of("chart/list", list("xy", 0))));
        return pages;
    }

    /// Those whose entries are marked.
    public static Map<String, String> looks(Language language) {
        var pages = all(language);
        pages.keySet().removeIf(name -> !name.contains("-protected"));
        return pages;
    }

    static ChartView draw(TestShell shell, boolean own, Chart chart) {
        return draw(shell, own, chart, false);
    }

    static ChartView draw(TestShell shell, boolean own, Chart chart, boolean inEmergency) {
        var summary = new PatientSummary(
                new PatientId(new UUID(7, 7)),
                new PersonId(new UUID(8, 8)),
                "Latonya Jami Stiedemann",
                LocalDate.of(1986, 12, 11),
                Gender.FEMALE,
                ZoneId.of("America/New_York"));
        return new ChartDrawing(shell.shell(), own, own ? "/record" : "/patients/7")
                .draw(new OpenChart(summary, chart, inEmergency));
    }

    /// One of each label, on entries of each kind of line.
    static Chart protectedChart() {
        var plain = chart();
        return new Chart(
                plain.allergies(),
                plain.problems(),
                plain.medications(),
                plain.measurements(),
                plain.vaccinations(),
                plain.interventions(),
                plain.contacts(),
                plain.documents(),
                Map.of(
                        plain.allergies().getFirst(), Sensitivity.PART2,
                        plain.problems().getFirst(), Sensitivity.PART2,
                        plain.medications().getFirst(), Sensitivity.RESTRICTED,
                        plain.measurements().getFirst().latest(), Sensitivity.MINOR_CONFIDENTIAL,
                        plain.documents().getFirst().document(), Sensitivity.KEPT_APART));
    }

    static Chart chart() {
        return new Chart(
                List.of(
                        new Allergy(
                                named("Peanut (substance)"),
                                true,
                                Allergy.Criticality.HIGH,
                                List.of(new Allergy.Reaction(named("Wheal (finding)"), "severe")),
                                day("2019-04-01")),
                        new Allergy(named("Mold (organism)"), true, Allergy.Criticality.LOW, List.of(), null),
                        new Allergy(named("Latex (substance)"), false, Allergy.Criticality.LOW, List.of(), null)),
                List.of(
                        new Problem(named("Essential hypertension (disorder)"), true, day("2012-03-04"), null),
                        new Problem(named("Full-time employment (finding)"), true, day("2020-03-04"), null),
                        new Problem(named("Viral sinusitis (disorder)"), false, day("2021-03-04"), day("2021-03-18"))),
                List.of(
                        new Medication(
                                named("lisinopril 10 MG Oral Tablet"),
                                true,
                                "1 per dose, 1 time every day",
                                "Essential hypertension (disorder)",
                                day("2026-09-01")),
                        new Medication(named("lisinopril 10 MG Oral Tablet"), true, null, null, day("2025-09-01")),
                        new Medication(named("Amoxicillin 250 MG"), false, null, null, day("2017-02-01"))),
                List.of(pressure(), weight(), score()),
                List.of(new Vaccination(named("Influenza, seasonal"), true, day("2026-10-01"))),
                IntStream.range(0, 9)
                        .mapToObj(i -> new Intervention(
                                named("Dental care regime " + i), true, null, day("2026-01-0" + (i + 1))))
                        .toList(),
                List.of(new Contact(
                        named("Encounter for check up (procedure)"),
                        null,
                        "Dr. Kai Mann",
                        "Emerson Hospital",
                        day("2026-10-03"))),
                List.of(
                        new FiledDocument(
                                new UUID(1, 1),
                                new Document(
                                        named("History and physical note"), "Dr. Kai Mann", true, day("2026-10-03"))),
                        new FiledDocument(new UUID(1, 2), new Document(named("X-ray report"), null, false, null))),
                Map.of());
    }

    private static Series pressure() {
        return new Series(
                PRESSURE,
                List.of(
                        pressure("128", "82", "2026-10-03"),
                        pressure("135", "88", "2025-10-03"),
                        pressure("141", "91", "2024-10-03")));
    }

    private static Measurement pressure(String systolic, String diastolic, String on) {
        return new Measurement(
                PRESSURE,
                Category.VITAL_SIGN,
                null,
                List.of(
                        new Component(
                                new Coded("http://loinc.org", "8462-4", "Diastolic"),
                                new Quantity(diastolic, "mm[Hg]")),
                        new Component(
                                new Coded("http://loinc.org", "8480-6", "Systolic"), new Quantity(systolic, "mm[Hg]"))),
                day(on));
    }

    private static Series weight() {
        return new Series(
                named("Body Weight"),
                List.of(new Measurement(
                        named("Body Weight"),
                        Category.VITAL_SIGN,
                        new Quantity("71.4", "kg"),
                        List.of(),
                        new ClinicalDate(Instant.parse("2026-10-03T14:00:00Z"), Precision.MOMENT))));
    }

    private static Series score() {
        return new Series(
                PAIN, List.of(new Measurement(PAIN, Category.OTHER, new Quantity("2", "{score}"), List.of(), null)));
    }

    private static Coded named(String display) {
        return new Coded("http://snomed.info/sct", display, display);
    }

    private static ClinicalDate day(String day) {
        return new ClinicalDate(Instant.parse(day + "T00:00:00Z"), Precision.DAY);
    }

    private static ChartView.OfList list(String name, int size) {
        var patients = IntStream.range(0, size)
                .mapToObj(i -> new ChartView.Entry(
                        new UUID(3, i).toString(), "Cordie McLaughlin", "Born Jul 17, 1996 (30 years)", "Female"))
                .toList();
        return new ChartView.OfList(patients, name, false);
    }
}
