/// Records opened in an emergency: the clinician's page.
@NullMarked
package health.visavis.web.breakglass;

import org.jspecify.annotations.NullMarked;
