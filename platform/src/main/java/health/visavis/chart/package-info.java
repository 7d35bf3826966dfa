/// The chart: what a patient's history says, sealed with the patient's data key, and how it came in.
///
/// ```
/// chart_resource (patient, type, resource id, date, sensitivity | sealed: entry, source, text)
/// import_run ──< import_rejection (file, line, reason)
///     ├──< import_not_taken (type, count)
///     └──< import_label (sensitivity, count)
/// ReadChart ─▶ up to the clearance that Access gave    LabelledEntries ─▶ consent: how many there are
/// ```
/// A resource is kept twice under its seal: as the [health.visavis.chart.ChartEntry] that pages draw, and as
/// the FHIR R4 JSON that it was, so that nothing is lost on the way out again. FHIR's own types stay in `fhir`.
/// Publishes no events.
@ApplicationModule(allowedDependencies = {"kernel", "audit", "keys", "access", "people"})
@NullMarked
package health.visavis.chart;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
