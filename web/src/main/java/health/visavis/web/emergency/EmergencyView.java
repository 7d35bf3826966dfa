package health.visavis.web.emergency;

import health.visavis.emergency.EmergencyStanding;
import health.visavis.emergency.EmergencyStanding.Raised;
import health.visavis.emergency.Place;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What to do when something happens to the patient.
///
/// @param mine whether the viewer is the patient
/// @param clinician whether the viewer holds the visit; else staff or the patient
/// @param over whether the visit is over: then nobody can be told by a button
/// @param now the emergency that goes on; null before anybody has pressed the button
public record EmergencyView(
        UUID visit,
        boolean mine,
        boolean clinician,
        String patient,
        EmergencyStanding standing,
        boolean over,
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

    /// Whether the page tells what to do, not whether to press.
    public boolean tellsWhatToDo() {
        return over || now != null;
    }

    /// Whether the place has to be asked for, or again; of a visit that is over nobody asks the patient for it.
    public boolean asksForThePlace() {
        return (place() == null || !standing.confirmed()) && !(over && mine);
    }

    /// The number under which the patient is reached. The patient needs no telling.
    public @Nullable String number() {
        return mine || standing.number() == null ? null : standing.number().reveal();
    }

    /// For `tel:` links.
    public String dial() {
        return Objects.requireNonNull(number()).replaceAll("[^+0-9]", "");
    }

    public @Nullable Place place() {
        return standing.place();
    }
}
