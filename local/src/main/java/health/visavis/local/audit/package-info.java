/// The audit log of one machine: signed by a key of its key folder, witnessed by folders outside of the data,
/// verified by a command.
@NamedInterface
@NullMarked
package health.visavis.local.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
