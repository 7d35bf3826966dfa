/// Rules about people that need no database: how long a clinician goes on treating a patient.
///
/// Open to other capabilities as a named interface, because they say what ties the two.
@NamedInterface("domain")
@NullMarked
package health.visavis.people.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
