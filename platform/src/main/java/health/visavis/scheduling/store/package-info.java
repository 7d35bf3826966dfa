/// The SQL of scheduling, all of it.
@NullMarked
package health.visavis.scheduling.store;

import org.jspecify.annotations.NullMarked;
