/// What the clinic learns about itself: who looked at what, waiting times, quality. Reads what other
/// capabilities hold; changes nothing.
@ApplicationModule(allowedDependencies = {"kernel", "audit", "access", "people"})
@NullMarked
package health.visavis.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
