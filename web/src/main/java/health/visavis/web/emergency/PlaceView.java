package health.visavis.web.emergency;

import health.visavis.emergency.Place;
import health.visavis.web.components.FormErrors;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where the patient is, to be typed or to be confirmed.
///
/// @param earlier when it was last confirmed, where that was for another visit or too long ago
public record PlaceView(
        UUID visit,
        boolean mine,
        boolean clinician,
        String patient,
        Place place,
        @Nullable Instant earlier,
        FormErrors errors) {

    public String path() {
        return "/visits/" + visit + "/place";
    }

    public String back() {
        return clinician ? "/visits/" + visit + "/call" : mine ? "/visits/" + visit + "/waiting-room" : "/waiting-room";
    }

    /// Key of where [#back] leads: nurses have no place in the call.
    public String backKey() {
        return clinician || mine ? "emergency.back" : "visit.do.waitingRoom";
    }
}
