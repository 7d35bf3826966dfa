/// Values that every capability shares: typed ids, a time slot, a value that does not print itself; and [Rounds], the
/// one way in which something is done again and again in the background.
///
/// Nothing here knows a library beyond the JDK, and nothing here has behaviour that a capability could want to
/// change.
@NullMarked
package health.visavis.kernel;

import org.jspecify.annotations.NullMarked;
