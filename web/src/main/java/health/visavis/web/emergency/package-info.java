/// The emergency button and the page on which a patient says where they are: pages, which the room shows as panels to
/// whoever asks with `HX-Request`.
@NullMarked
package health.visavis.web.emergency;

import org.jspecify.annotations.NullMarked;
