package health.visavis.chart;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.chart.store.ChartResources;
import health.visavis.kernel.PatientId;
import java.util.List;

/// Takes what a source says about one patient. One audit event, however many resources; repeating it changes
/// nothing.
@UseCase
public class RecordImportedResources {

    private final Access access;
    private final ChartResources resources;

    RecordImportedResources(Access access, ChartResources resources) {
        this.access = access;
        this.resources = resources;
    }

    /// @return what became of each, in the order given
    public List<Change> record(Actor actor, PatientId patient, List<ImportedResource> imported) {
        access.require(actor, Action.IMPORT_CHART.of(patient));
        return resources.keep(patient, imported);
    }
}
