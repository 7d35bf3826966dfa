package health.visavis.fhir.mapper;

import health.visavis.chart.ChartEntry.Problem;
import health.visavis.chart.ResourceType;
import org.hl7.fhir.r4.model.Condition;

final class ConditionMapper {

    private ConditionMapper() {}

    static MappedEntry map(Condition condition) throws ResourceRejected {
        if (Fields.hasCode(condition.getVerificationStatus(), "entered-in-error")) {
            return MappedEntry.retracted(ResourceType.CONDITION, "Condition.subject", condition.getSubject());
        }
        var began = Fields.date(condition.getOnset());
        var ended = Fields.date(condition.getAbatement());
        var active = condition.hasClinicalStatus()
                ? Fields.hasCode(condition.getClinicalStatus(), "active", "recurrence", "relapse")
                : ended == null;
        var problem = new Problem(
                Fields.required(condition.getCode(), "Condition.code"),
                active,
                began != null ? began : Fields.date(condition.getRecordedDateElement()),
                ended);
        return MappedEntry.of(
                ResourceType.CONDITION, problem, "Condition.subject", condition.getSubject(), condition.getEncounter());
    }
}
