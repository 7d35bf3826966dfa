/// Opens the clinic's call list when nothing else works: no database, no server, no sign-in.
@NamedInterface
@NullMarked
package health.visavis.local.calllist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
