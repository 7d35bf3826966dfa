/// FHIR R4: reads what other systems export and hands it to the capabilities that keep it. HAPI's types stop here.
///
/// ```
/// file or folder ─▶ FhirFiles ─▶ ResourceReader ─▶ mapper ─▶ BundleImport ─▶ people, chart
///                   order         entry by entry              one transaction per bundle
/// ```
/// Nothing here is made before it is needed: an application that imports nothing never creates a FHIR context.
@ApplicationModule
@NullMarked
package health.visavis.fhir;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
