/// The rules of scheduling in plain Java: states of an appointment, hours of a clinic, which times follow from
/// them.
///
/// Knows the JDK, the kernel and itself. Open to pages as a named interface, because hours and reasons are
/// values they draw and collect.
@NamedInterface("domain")
@NullMarked
package health.visavis.scheduling.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
