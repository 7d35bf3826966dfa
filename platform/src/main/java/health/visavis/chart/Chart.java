package health.visavis.chart;

import health.visavis.access.Sensitivity;
import health.visavis.chart.ChartEntry.Allergy;
import health.visavis.chart.ChartEntry.Contact;
import health.visavis.chart.ChartEntry.Document;
import health.visavis.chart.ChartEntry.Intervention;
import health.visavis.chart.ChartEntry.Measurement;
import health.visavis.chart.ChartEntry.Medication;
import health.visavis.chart.ChartEntry.Problem;
import health.visavis.chart.ChartEntry.Vaccination;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A patient's chart in the order a clinician reads it: what is dangerous first, what is active before what is
/// over, the newest first.
///
/// @param sensitive those that are guarded better than others
public record Chart(
        List<Allergy> allergies,
        List<Problem> problems,
        List<Medication> medications,
        List<Series> measurements,
        List<Vaccination> vaccinations,
        List<Intervention> interventions,
        List<Contact> contacts,
        List<FiledDocument> documents,
        Map<ChartEntry, Sensitivity> sensitive) {

    public record FiledDocument(UUID id, Document document) {}

    /// All measurements of one thing, the newest first.
    public record Series(Coded what, List<Measurement> newestFirst) {

        public Series {
            newestFirst = List.copyOf(newestFirst);
        }

        public Measurement latest() {
            return newestFirst.getFirst();
        }
    }

    /// An entry and the id of its row.
    public record Filed(UUID id, ChartEntry entry, Sensitivity sensitivity) {}

    static Chart of(List<Filed> filed) {
        return new Chart(
                sorted(
                        filed,
                        Allergy.class,
                        Chart.<Allergy>first(Allergy::active)
                                .thenComparing(Chart.<Allergy>first(Allergy::isDangerous))
                                .thenComparing(Allergy::criticality)
                                .thenComparing(newestFirst())),
                sorted(
                        filed,
                        Problem.class,
                        Chart.<Problem>first(Problem::active).thenComparing(newestFirst())),
                sorted(
                        filed,
                        Medication.class,
                        Chart.<Medication>first(Medication::active).thenComparing(newestFirst())),
                series(sorted(filed, Measurement.class, newestFirst())),
                sorted(filed, Vaccination.class, newestFirst()),
                sorted(filed, Intervention.class, newestFirst()),
                sorted(filed, Contact.class, newestFirst()),
                filed.stream()
                        .filter(one -> one.entry() instanceof Document)
                        .map(one -> new FiledDocument(one.id(), (Document) one.entry()))
                        .sorted(Comparator.comparing(FiledDocument::document, newestFirst()))
                        .toList(),
                filed.stream()
                        .filter(one -> one.sensitivity() != Sensitivity.ORDINARY)
                        .collect(Collectors.toMap(Filed::entry, Filed::sensitivity, Chart::stricter)));
    }

    /// Of entries that say exactly the same, the one that is guarded best speaks for all.
    public Sensitivity sensitivityOf(ChartEntry entry) {
        return sensitive.getOrDefault(entry, Sensitivity.ORDINARY);
    }

    /// Whether it shows records of treatment for substance use, which go with a notice (42 CFR 2.32).
    public boolean wantsNotice() {
        return sensitive.containsValue(Sensitivity.PART2);
    }

    private static Sensitivity stricter(Sensitivity one, Sensitivity other) {
        return one.isWithin(other) ? other : one;
    }

    public boolean isEmpty() {
        return allergies.isEmpty()
                && problems.isEmpty()
                && medications.isEmpty()
                && measurements.isEmpty()
                && vaccinations.isEmpty()
                && interventions.isEmpty()
                && contacts.isEmpty()
                && documents.isEmpty();
    }

    private static <T extends ChartEntry> List<T> sorted(
            List<Filed> filed, Class<T> kind, Comparator<? super T> order) {
        return filed.stream()
                .map(Filed::entry)
                .filter(kind::isInstance)
                .map(kind::cast)
                .sorted(order)
                .toList();
    }

    /// Vital signs before laboratory before the rest; within each, what was measured last comes first.
    private static List<Series> series(List<Measurement> newestFirst) {
        var byCode = new LinkedHashMap<SeriesKey, List<Measurement>>();
        newestFirst.forEach(one -> byCode.computeIfAbsent(SeriesKey.of(one.what()), key -> new ArrayList<>())
                .add(one));
        return byCode.values().stream()
                .map(all -> new Series(all.getFirst().what(), all))
                .sorted(Comparator.comparing(one -> one.latest().category()))
                .toList();
    }

    private record SeriesKey(@Nullable String system, String code) {

        static SeriesKey of(Coded what) {
            return what.code() == null
                    ? new SeriesKey(null, what.display())
                    : new SeriesKey(what.system(), what.code());
        }
    }

    private static <T> Comparator<T> first(Predicate<T> matches) {
        return Comparator.comparing(one -> !matches.test(one));
    }

    private static Comparator<ChartEntry> newestFirst() {
        return Comparator.comparing(ChartEntry::on, Comparator.nullsLast(Comparator.reverseOrder()));
    }
}
