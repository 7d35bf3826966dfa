/// From FHIR R4 resources to the lines of a chart and to people, one class per resource.
@NullMarked
package health.visavis.fhir.mapper;

import org.jspecify.annotations.NullMarked;
