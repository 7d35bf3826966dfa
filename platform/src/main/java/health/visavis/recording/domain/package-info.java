/// The states of a recording.
@NullMarked
package health.visavis.recording.domain;

import org.jspecify.annotations.NullMarked;
