package health.visavis.web.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the chart page draws.
///
/// @param own the patient looks at his own record
/// @param path address of the page: documents lie below it
/// @param inEmergency the viewer has opened it in an emergency, to look at it
/// @param wantsNotice it shows records of treatment for substance use to somebody else than the patient (42 CFR 2.32)
public record ChartView(
        String name,
        String about,
        boolean own,
        String path,
        List<AllergyLine> allergies,
        List<AllergyLine> formerAllergies,
        List<ChartSection> current,
        List<MeasurementRow> vitals,
        List<MeasurementRow> laboratory,
        List<MeasurementRow> otherMeasurements,
        List<ChartSection> history,
        boolean empty,
        boolean inEmergency,
        boolean wantsNotice) {

    /// What stands beside a call: the first lines of what matters.
    public ChartView brief() {
        var few = 8;
        return new ChartView(
                name,
                about,
                own,
                path,
                allergies,
                List.of(),
                current.stream()
                        .map(section -> new ChartSection(
                                section.id(), section.title(), section.whenEmpty(), section.lines(), List.of()))
                        .toList(),
                vitals.stream().limit(few).toList(),
                List.of(),
                List.of(),
                List.of(),
                empty,
                inEmergency,
                wantsNotice);
    }

    public boolean hasMeasurements() {
        return !vitals.isEmpty() || !laboratory.isEmpty() || !otherMeasurements.isEmpty();
    }

    /// The text of one document.
    ///
    /// @param backLabel key of the text of the way back
    /// @param mark that it is guarded better than others
    /// @param wantsNotice as in [ChartView]
    public record OfDocument(
            String title,
            String about,
            DocumentText text,
            String back,
            String backLabel,
            @Nullable String mark,
            boolean wantsNotice,
            boolean inEmergency) {

        /// The patient reads a document of his own record.
        public boolean own() {
            return back.equals("/record");
        }
    }

    /// The list of patients.
    ///
    /// @param name what was searched for
    public record OfList(List<Entry> patients, String name, boolean more) {}

    public record Entry(
            String id, String name, String about, @Nullable String gender) {}
}
