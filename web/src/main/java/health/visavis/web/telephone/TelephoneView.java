package health.visavis.web.telephone;

import health.visavis.telephone.PhoneCallSummary;
import health.visavis.telephone.TelephoneStanding;
import health.visavis.web.components.FormErrors;
import health.visavis.web.layout.Shell;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The telephone of a visit, for one of those who may see it.
///
/// @param patient name of the patient
/// @param request names the next call: a form that is sent twice rings once
/// @param typed the number that was refused
public record TelephoneView(
        UUID visit,
        Side side,
        String patient,
        boolean over,
        boolean waiting,
        TelephoneStanding standing,
        UUID request,
        String typed,
        FormErrors errors) {

    public enum Side {
        PATIENT,
        DOCTOR,
        STAFF
    }

    public String path() {
        return "/visits/" + visit + "/telephone";
    }

    public String back() {
        return switch (side) {
            case PATIENT -> "/visits/" + visit + "/waiting-room";
            case DOCTOR -> "/visits/" + visit + "/call";
            case STAFF -> "/waiting-room";
        };
    }

    public boolean doctor() {
        return side == Side.DOCTOR;
    }

    public boolean ofPatient() {
        return side == Side.PATIENT;
    }

    public String code() {
        return side.name().toLowerCase(Locale.ROOT);
    }

    public @Nullable PhoneCallSummary active() {
        return standing.active().orElse(null);
    }

    /// The number that a call without another one would ring, in characters at which no line breaks.
    public @Nullable String usual() {
        var number = standing.byPhone() != null ? standing.byPhone() : standing.onFile();
        return number == null ? null : number.reveal().replace(' ', '\u00a0').replace('-', '\u2011');
    }

    /// For `tel:` links, where the clinician dials by hand.
    public @Nullable String dial() {
        var usual = usual();
        return usual == null ? null : usual.replaceAll("[^+0-9]", "");
    }

    /// Whether the number that was refused calls the help that a clinic must not call for somebody.
    public boolean emergency(Shell shell) {
        return shell.t("telephone.refused.emergency", shell.clinic().emergency())
                .equals(errors.of("number"));
    }

    /// What stands at the field; why an emergency number is refused, and what to do, is said above.
    public @Nullable String wrongNumber(Shell shell) {
        return emergency(shell) ? shell.t("telephone.refused.emergencyField") : errors.of("number");
    }

    /// What a call does now, in one sentence.
    public String now(Shell shell, PhoneCallSummary call) {
        var key = "telephone.now." + call.standing().name().toLowerCase(Locale.ROOT);
        return shell.t(ofPatient() ? key + ".patient" : key, patient);
    }

    public static String sentence(Shell shell, PhoneCallSummary call) {
        var ending = call.ending();
        if (ending == null) {
            return shell.t(call.inbound() ? "telephone.moment.in" : "telephone.moment.out");
        }
        var how = "telephone.ending." + ending.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return shell.t(call.inbound() ? "telephone.moment.in" : "telephone.moment.out") + " " + shell.t(how);
    }
}
