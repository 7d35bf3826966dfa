/// The SQL of recordings.
@NullMarked
package health.visavis.recording.store;

import org.jspecify.annotations.NullMarked;
