package health.visavis.chart;

import health.visavis.chart.store.ChartResources;
import health.visavis.kernel.PatientId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Finds a patient by the id that a source gave to his Patient resource. A look-up without a permission, for the
/// importer.
@Component
public class KnownPatients {

    private final ChartResources resources;

    KnownPatients(ChartResources resources) {
        this.resources = resources;
    }

    public Optional<PatientId> withResource(String resourceId) {
        return resources.patientWithResource(resourceId);
    }
}
