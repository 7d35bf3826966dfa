/// What a drill breaks: slowness, refusals, failures, lost connections and lost answers.
@NullMarked
package health.visavis.simulator.fault;

import org.jspecify.annotations.NullMarked;
