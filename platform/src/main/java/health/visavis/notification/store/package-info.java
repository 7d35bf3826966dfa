/// The SQL of notification.
@NullMarked
package health.visavis.notification.store;

import org.jspecify.annotations.NullMarked;
