/// What figures mean, in pure Java. Open to pages as a named interface, because measurements and causes are values they
/// draw.
@NamedInterface("domain")
@NullMarked
package health.visavis.insight.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
