/// Documents about compliance, held to the tests that they name.
@NullMarked
package health.visavis.proof.compliance;

import org.jspecify.annotations.NullMarked;
