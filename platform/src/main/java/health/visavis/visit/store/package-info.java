/// The SQL of the visit, all of it.
@NullMarked
package health.visavis.visit.store;

import org.jspecify.annotations.NullMarked;
