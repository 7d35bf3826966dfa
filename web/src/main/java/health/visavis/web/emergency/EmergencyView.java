package health.visavis.web.emergency;

import health.visavis.emergency.EmergencyStanding;
import health.visavis.emergency.EmergencyStanding.Raised;
import health.visavis.emergency.Place;
import health.visavis.visit.VisitStatus;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What to do when something happens to the patient.
///
/// @param mine whether the viewer is the patient
/// @param clinician whether the viewer holds the visit; else staff or the patient
/// @param status of the visit: once it is over nobody can be told by a button
/// @param now the emergency that goes on; null before anybody has pressed the button
/// @param raisedByViewer whether it was the viewer who pressed it
public record EmergencyView(
        UUID visit,
        boolean mine,
        boolean clinician,
        String patient,
        EmergencyStanding standing,
        VisitStatus status,
        @Nullable Raised now,
        boolean raisedByViewer) {

    public String path() {
        return "/visits/" + visit + "/emergency";
    }

    public String placePath() {
        return "/visits/" + visit + "/place";
    }

    public String back() {
        return clinician ? "/visits/" + visit + "/call" : mine ? "/visits/" + visit + "/waiting-room" : "/waiting-room";
    }

    /// Key of where [#back] leads: nurses have no place in the call.
    public String backKey() {
        return clinician || mine ? over() ? "emergency.back.over" : "emergency.back" : "visit.do.waitingRoom";
    }

    public boolean over() {
        return status.over();
    }

    /// Whether the viewer talks with the patient, as far as the visit tells.
    private boolean talks() {
        return clinician && status == VisitStatus.IN_PROGRESS;
    }

    /// What staff do, in their order: it differs for who talks with the patient, for who stands beside the call, and
    /// for a patient nobody talks with.
    public List<String> steps() {
        var named = place() != null;
        var reached = place() != null && place().hasContact();
        return List.of(
                "emergency.step.staff." + reach(),
                "emergency.step.staff." + (named ? "2" : talks() ? "ask" : "find"),
                "emergency.step.staff." + (talks() ? reached ? "3" : "stay" : reached ? "contact" : "note"));
    }

    private String reach() {
        return switch (status) {
            case IN_PROGRESS -> clinician ? "1" : "beside";
            case ARRIVED -> clinician ? "admit" : "apart";
            case PLANNED, FINISHED, CANCELLED -> "apart";
        };
    }

    /// Key of what is said where the place is missing or old.
    public String placeKey() {
        var key = place() == null ? "emergency.place.none" : "emergency.place.old";
        return over() ? key + ".over" : own(key);
    }

    /// The sentence as it is said to the patient, where it is the patient who reads it.
    public String own(String key) {
        return mine ? key + ".mine" : key;
    }

    /// Who pressed the button.
    public String raisedBy() {
        var key = now != null && now.byPatient() ? "emergency.raised.patient" : "emergency.raised.staff";
        return raisedByViewer ? key + ".mine" : key;
    }

    /// Whether the page tells what to do, not whether to press.
    public boolean tellsWhatToDo() {
        return over() || now != null;
    }

    /// Whether the place has to be asked for, or again; of a visit that is over nobody asks the patient for it.
    public boolean asksForThePlace() {
        return (place() == null || !standing.confirmed()) && !(over() && mine);
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
