package health.visavis.fhir.mapper;

import health.visavis.chart.ChartEntry.Intervention;
import health.visavis.chart.ResourceType;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;

final class ProcedureMapper {

    private ProcedureMapper() {}

    static MappedEntry map(Procedure procedure) throws ResourceRejected {
        if (procedure.getStatus() == ProcedureStatus.ENTEREDINERROR) {
            return MappedEntry.retracted(ResourceType.PROCEDURE, "Procedure.subject", procedure.getSubject());
        }
        var intervention = new Intervention(
                Fields.required(procedure.getCode(), "Procedure.code"),
                procedure.getStatus() == ProcedureStatus.COMPLETED,
                Fields.firstText(procedure.getReasonCode()),
                Fields.date(procedure.getPerformed()));
        return MappedEntry.of(
                ResourceType.PROCEDURE,
                intervention,
                "Procedure.subject",
                procedure.getSubject(),
                procedure.getEncounter());
    }
}
