/// Values that every capability shares: typed ids, a time slot, a value that does not print itself.
///
/// Nothing here knows a library beyond the JDK, and nothing here has behaviour that a capability could want to
/// change.
@NullMarked
package health.visavis.kernel;

import org.jspecify.annotations.NullMarked;
