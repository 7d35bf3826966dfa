/// The pages of a visit: device check, waiting room, and the room in which patient and doctor meet; the JSON
/// its island asks for, and what it says and hears over the live connection.
///
/// ```
/// patient  /visits/{id}/device-check ─▶ /visits/{id}/waiting-room   (waiting and call are one page)
/// doctor   /waiting-room ─▶ /visits/{id}/call
/// nurse    /waiting-room
/// ```
///
/// A visit has the id of its appointment.
@NullMarked
package health.visavis.web.visit;

import org.jspecify.annotations.NullMarked;
