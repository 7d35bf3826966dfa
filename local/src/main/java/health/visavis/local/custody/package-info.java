/// The command for keys on one machine. It shows what there is and asks; whoever agrees signs in.
@NamedInterface
@NullMarked
package health.visavis.local.custody;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
