/// The SQL of files.
@NullMarked
package health.visavis.files.store;

import org.jspecify.annotations.NullMarked;
