package health.visavis.web.scheduling;

import health.visavis.scheduling.AppointmentState;
import health.visavis.scheduling.AppointmentSummary;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One appointment as one of its sides sees it.
///
/// @param side `patient` or `clinic`: ends the keys of sentences
/// @param with the name of the other side
/// @param clinicZone the clinic's zone when its clock differs from the viewer's
/// @param ending ends the key of why it will not take place
/// @param unreached how the patient could not be reached about it: `mail`, `sms`; told to the clinic alone
/// @param refusal ends the key of why what the viewer just tried was not done
public record AppointmentView(
        AppointmentSummary appointment,
        String side,
        String with,
        AppointmentStatus status,
        String reason,
        @Nullable ZoneId clinicZone,
        @Nullable String ending,
        Moves moves,
        List<String> unreached,
        @Nullable String refusal) {

    public AppointmentView {
        unreached = List.copyOf(unreached);
    }

    /// Whether nothing can be agreed on any more, because the clinician has left.
    public boolean left() {
        return "left".equals(refusal);
    }

    /// Whether the patient who looks is still to come to it.
    public boolean ahead() {
        return side.equals("patient") && appointment.state().open();
    }

    /// Whether the patient who looks may want another one: this one is behind them, or does not take place.
    public boolean again() {
        return side.equals("patient")
                && (!appointment.state().open() || status.code().equals("lapsed"));
    }

    public String path() {
        return "/appointments/" + appointment.id();
    }

    /// Where it is agreed on to meet by telephone instead; null where nobody meets.
    public @Nullable String telephone() {
        return appointment.state() == AppointmentState.CONFIRMED ? "/visits/" + appointment.id() + "/telephone" : null;
    }

    /// Where a patient tries camera and sound before the visit can be entered; null where there is nothing to try for.
    public @Nullable String check() {
        return side.equals("patient")
                        && appointment.state() == AppointmentState.CONFIRMED
                        && moves.join() == null
                        && moves.cancel()
                ? "/visits/" + appointment.id() + "/device-check"
                : null;
    }

    /// The key of the sentence that says how it stands for this side.
    public String sentence() {
        var key = "scheduling.state." + status.code() + "." + side;
        return moves.join() == null || side.equals("clinic") ? key : key + ".open";
    }

    public String back() {
        return side.equals("patient") ? "/appointments" : "/agenda";
    }

    /// What the viewer can do now.
    ///
    /// @param join where the visit is entered
    public record Moves(
            boolean confirm,
            boolean decline,
            boolean move,
            boolean cancel,
            @Nullable String join) {

        public boolean any() {
            return confirm || decline || move || cancel;
        }
    }
}
