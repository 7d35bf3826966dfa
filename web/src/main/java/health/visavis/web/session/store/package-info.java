/// The SQL of what is kept beside Spring Session's own tables.
@NullMarked
package health.visavis.web.session.store;

import org.jspecify.annotations.NullMarked;
