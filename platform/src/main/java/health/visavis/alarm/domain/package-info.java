/// The rules by which acts become an alarm, without a database.
@NullMarked
package health.visavis.alarm.domain;

import org.jspecify.annotations.NullMarked;
