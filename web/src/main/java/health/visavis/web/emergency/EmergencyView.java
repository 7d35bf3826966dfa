package health.visavis.web.emergency;

import health.visavis.emergency.EmergencyStanding;
import health.visavis.emergency.EmergencyStanding.Raised;
import health.visavis.emergency.Place;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What to do when something happens to the patient.
///
/// @param mine whether the viewer is the patient
/// @param clinician whether the viewer holds the visit; else staff or the patient
/// @param now the emergency that goes on; null before anybody has pressed the button
public record EmergencyView(
        UUID visit,
        boolean mine,
        boolean clinician,
        String patient,
        EmergencyStanding standing,
        @Nullable Raised now) {

    public String path() {
        return "/visits/" + visit + "/emergency";
    }

    public String placePath() {
        return "/visits/" + visit + "/place";
    }

    public String back() {
        return clinician ? "/visits/" + visit + "/call" : mine ? "/visits/" + visit + "/waiting-room" : "/waiting-room";
    }

    /// The sentence as it is said to the patient, where it is the patient who reads it.
    public String own(String key) {
        return mine ? key + ".mine" : key;
    }

    /// Who pressed the button.
    public String raisedBy() {
        var byPatient = now != null && now.byPatient();
        return byPatient ? own("emergency.raised.patient") : "emergency.raised.staff";
    }

    public @Nullable Place place() {
        return standing.place();
    }
}
