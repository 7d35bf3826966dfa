/// The SQL of records opened in an emergency.
@NullMarked
package health.visavis.breakglass.store;

import org.jspecify.annotations.NullMarked;
