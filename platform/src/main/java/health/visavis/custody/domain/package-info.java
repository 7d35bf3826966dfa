/// States of a request about keys.
@NamedInterface("domain")
@NullMarked
package health.visavis.custody.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
