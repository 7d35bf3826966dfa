/// The SQL of links, all of it.
@NullMarked
package health.visavis.links.store;

import org.jspecify.annotations.NullMarked;
