/// Recording of visits: the question and the state in the room, the parts as they arrive, and the page to play them.
@NullMarked
package health.visavis.web.recording;

import org.jspecify.annotations.NullMarked;
