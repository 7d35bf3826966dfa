/// People who sign in: invited, invited again, deactivated. For admins.
@NullMarked
package health.visavis.web.people;

import org.jspecify.annotations.NullMarked;
