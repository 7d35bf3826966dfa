/// The switches of a drill, on the machine's own address only.
@NullMarked
package health.visavis.simulator.control;

import org.jspecify.annotations.NullMarked;
