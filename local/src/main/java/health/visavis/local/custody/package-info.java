/// The commands for keys and for sealed codes on one machine. They show what there is, ask, and print what is agreed;
/// whoever agrees signs in.
@NamedInterface
@NullMarked
package health.visavis.local.custody;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
