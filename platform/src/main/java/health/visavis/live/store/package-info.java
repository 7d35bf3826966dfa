/// The SQL of live delivery.
@NullMarked
package health.visavis.live.store;

import org.jspecify.annotations.NullMarked;
