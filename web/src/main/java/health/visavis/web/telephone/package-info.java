/// The telephone of a visit as a page, which the room shows as a panel: whoever asks with `HX-Request` gets the panel
/// alone.
@NullMarked
package health.visavis.web.telephone;

import org.jspecify.annotations.NullMarked;
