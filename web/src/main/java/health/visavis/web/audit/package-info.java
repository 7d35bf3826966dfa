/// The trail, for admins.
@NullMarked
package health.visavis.web.audit;

import org.jspecify.annotations.NullMarked;
