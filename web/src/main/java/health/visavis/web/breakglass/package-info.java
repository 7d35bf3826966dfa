/// Records opened in an emergency: the clinician's page, and the way in when nobody can sign in.
@NullMarked
package health.visavis.web.breakglass;

import org.jspecify.annotations.NullMarked;
