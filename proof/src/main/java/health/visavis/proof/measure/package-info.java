/// Figures and how they are told: both sides, the ratio, the machine, and whether the bar was met. A side that
/// was not measured has no figure, and then there is no comparison.
@NullMarked
package health.visavis.proof.measure;

import org.jspecify.annotations.NullMarked;
