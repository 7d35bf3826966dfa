/// The SQL of `limits`.
@NullMarked
package health.visavis.limits.store;

import org.jspecify.annotations.NullMarked;
