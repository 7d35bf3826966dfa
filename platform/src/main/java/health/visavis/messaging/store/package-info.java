/// The SQL of messaging.
@NullMarked
package health.visavis.messaging.store;

import org.jspecify.annotations.NullMarked;
