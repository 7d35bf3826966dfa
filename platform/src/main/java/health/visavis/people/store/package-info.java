/// The SQL of people, all of it.
@NullMarked
package health.visavis.people.store;

import org.jspecify.annotations.NullMarked;
