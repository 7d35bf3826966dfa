/// A token issuer that says of itself to be none: it gives a token to whoever asks, so that the way to it is
/// the real one.
@NullMarked
package health.visavis.simulator.entra;

import org.jspecify.annotations.NullMarked;
