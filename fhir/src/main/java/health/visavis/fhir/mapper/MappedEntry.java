package health.visavis.fhir.mapper;

import health.visavis.access.Sensitivity;
import health.visavis.chart.ChartEntry;
import health.visavis.chart.ImportRun.Label;
import health.visavis.chart.ResourceType;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/// A resource as a line of the chart, with the references that are still to be followed.
///
/// @param path where the reference to the patient stands, for the reason of a rejection
/// @param label how it is to be guarded, by its source's word
/// @param text what a document says
public record MappedEntry(
        ResourceType type,
        ChartEntry entry,
        String path,
        Reference patient,
        @Nullable Reference encounter,
        @Nullable Reference clinician,
        Label label,
        byte @Nullable [] text) {

    private static final Label ORDINARY = new Label(Sensitivity.ORDINARY, true);

    static MappedEntry of(
            ResourceType type, ChartEntry entry, String path, Reference patient, @Nullable Reference encounter) {
        return new MappedEntry(type, entry, path, patient, encounter, null, ORDINARY, null);
    }

    static MappedEntry retracted(ResourceType type, String path, Reference patient) {
        return of(type, new ChartEntry.Retracted(null), path, patient, null);
    }

    MappedEntry by(@Nullable Reference clinician) {
        return new MappedEntry(type, entry, path, patient, encounter, clinician, label, text);
    }

    MappedEntry saying(byte @Nullable [] words) {
        return new MappedEntry(type, entry, path, patient, encounter, clinician, label, words);
    }

    public MappedEntry labelled(Label as) {
        return new MappedEntry(type, entry, path, patient, encounter, clinician, as, text);
    }
}
