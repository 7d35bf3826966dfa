package health.visavis.chart;

import health.visavis.access.Sensitivity;
import health.visavis.kernel.ClinicianId;
import org.jspecify.annotations.Nullable;

/// A resource on its way in.
///
/// @param resourceId the id its source gave it: the same id is the same resource, always
/// @param encounterRef the id its source gave to the encounter it belongs to
/// @param sensitivity what its source says of how it is to be guarded
/// @param source the resource as FHIR R4 JSON, members in one fixed order
/// @param text for a document: what it says
public record ImportedResource(
        ResourceType type,
        String resourceId,
        ChartEntry entry,
        @Nullable String encounterRef,
        @Nullable ClinicianId clinician,
        Sensitivity sensitivity,
        byte[] source,
        byte @Nullable [] text) {

    @Override
    public String toString() {
        return type.code() + "/" + resourceId;
    }
}
