package health.visavis.chart;

import health.visavis.access.Sensitivity;
import health.visavis.chart.store.ChartResources;
import health.visavis.kernel.PatientId;
import java.util.Map;
import org.springframework.stereotype.Component;

/// A look-up without a permission, for other capabilities that have asked for theirs.
@Component
public class LabelledEntries {

    private final ChartResources resources;

    LabelledEntries(ChartResources resources) {
        this.resources = resources;
    }

    /// How many entries a chart has of each sensitivity, as far as the transaction is cleared for it.
    public Map<Sensitivity, Long> of(PatientId patient) {
        return resources.counts(patient);
    }
}
