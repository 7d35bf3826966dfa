/// What foreign scanners found at the twin of the edge: `./visavis proof scan`. Everything above informational is
/// explained, or the proof fails.
@NullMarked
package health.visavis.proof.scan;

import org.jspecify.annotations.NullMarked;
