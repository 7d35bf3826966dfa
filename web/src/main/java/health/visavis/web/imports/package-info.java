/// What was imported, what is being imported, and what was left out: for admins.
@NullMarked
package health.visavis.web.imports;

import org.jspecify.annotations.NullMarked;
