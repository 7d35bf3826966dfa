/// The SQL of alarms.
@NullMarked
package health.visavis.alarm.store;

import org.jspecify.annotations.NullMarked;
