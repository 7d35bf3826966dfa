/// Breaks something on purpose and counts what was lost. A drill that loses anything ends with an error.
@NullMarked
package health.visavis.proof.drill;

import org.jspecify.annotations.NullMarked;
