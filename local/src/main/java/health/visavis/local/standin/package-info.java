/// A video service that is none: it opens lines, knows guests and hands out tokens as a vendor's does, so that the
/// ladder of a visit can be climbed down where no vendor can be reached. Media of its calls is played by the
/// browsers themselves and labelled as a simulation.
///
/// ```
/// visit ─▶ CallEngine ◀─ StandInCallEngine ─HTTP─▶ whoever plays the service (./visavis drill visit)
/// ```
@NullMarked
package health.visavis.local.standin;

import org.jspecify.annotations.NullMarked;
