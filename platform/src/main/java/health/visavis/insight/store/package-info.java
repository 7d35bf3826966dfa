/// The SQL of this module, all of it.
@NullMarked
package health.visavis.insight.store;

import org.jspecify.annotations.NullMarked;
