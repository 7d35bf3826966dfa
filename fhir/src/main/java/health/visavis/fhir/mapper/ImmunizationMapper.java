package health.visavis.fhir.mapper;

import health.visavis.chart.ChartEntry.Vaccination;
import health.visavis.chart.ClinicalDate;
import health.visavis.chart.ResourceType;
import java.util.Objects;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.Immunization.ImmunizationStatus;
import org.jspecify.annotations.Nullable;

final class ImmunizationMapper {

    private ImmunizationMapper() {}

    static MappedEntry map(Immunization immunization) throws ResourceRejected {
        if (immunization.getStatus() == ImmunizationStatus.ENTEREDINERROR) {
            return MappedEntry.retracted(ResourceType.IMMUNIZATION, "Immunization.patient", immunization.getPatient());
        }
        var vaccination = new Vaccination(
                Fields.required(immunization.getVaccineCode(), "Immunization.vaccineCode"),
                Objects.equals(immunization.getStatus(), ImmunizationStatus.COMPLETED),
                on(immunization));
        return MappedEntry.of(
                ResourceType.IMMUNIZATION,
                vaccination,
                "Immunization.patient",
                immunization.getPatient(),
                immunization.getEncounter());
    }

    private static @Nullable ClinicalDate on(Immunization immunization) {
        return Fields.date(immunization.getOccurrence());
    }
}
