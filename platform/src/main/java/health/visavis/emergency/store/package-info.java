/// The SQL of the emergency button.
@NullMarked
package health.visavis.emergency.store;

import org.jspecify.annotations.NullMarked;
