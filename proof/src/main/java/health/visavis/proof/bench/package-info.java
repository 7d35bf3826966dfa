/// Speed beside a peer. Each benchmark measures both sides in one run, in turns where it can, and prints
/// nothing for a side that it could not measure.
@NullMarked
package health.visavis.proof.bench;

import org.jspecify.annotations.NullMarked;
