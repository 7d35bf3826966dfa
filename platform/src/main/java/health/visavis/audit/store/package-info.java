/// The SQL of the log over the trail.
@NullMarked
package health.visavis.audit.store;

import org.jspecify.annotations.NullMarked;
