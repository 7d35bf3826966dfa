/// Azure Key Vault, simulated as far as keys wrap keys.
@NullMarked
package health.visavis.simulator.vault;

import org.jspecify.annotations.NullMarked;
