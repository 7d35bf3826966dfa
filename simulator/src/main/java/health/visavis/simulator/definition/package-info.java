/// Microsoft's definitions, and what they say of a request and of its answer.
@NullMarked
package health.visavis.simulator.definition;

import org.jspecify.annotations.NullMarked;
