package health.visavis.web.visit;

import health.visavis.access.Actor;
import health.visavis.access.Role;
import health.visavis.visit.GuestKind;
import health.visavis.visit.GuestSummary;
import health.visavis.visit.VisitStatus;
import health.visavis.visit.VisitSummary;
import health.visavis.web.layout.Shell;
import health.visavis.web.visit.GuestsView.Move;
import health.visavis.web.visit.GuestsView.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Who comes along to a visit, a row each, with the moves that whoever looks at them has.
@Component
class GuestRows {

    /// Who looks at the list.
    enum Side {
        DOCTOR,
        PATIENT,
        TEAM,
        CO_HOST;

        static Side of(Actor actor, VisitSummary visit) {
            if (actor.is(Role.GUEST)) {
                return CO_HOST;
            }
            if (visit.clinician().equals(actor.clinician())) {
                return DOCTOR;
            }
            return visit.patient().equals(actor.patient()) ? PATIENT : TEAM;
        }

        boolean admits() {
            return this == DOCTOR || this == CO_HOST;
        }
    }

    private final VisitNames names;

    GuestRows(VisitNames names) {
        this.names = names;
    }

    List<Row> of(Actor actor, VisitSummary visit, List<GuestSummary> guests, Shell shell) {
        var side = Side.of(actor, visit);
        return Stream.concat(
                        patientRow(side, visit, shell).stream(),
                        guests.stream()
                                .filter(guest -> guest.state() != GuestSummary.State.REMOVED)
                                .map(guest -> row(actor, side, guest, visit, shell)))
                .toList();
    }

    /// The doctor lets the patient in on the stage; a co-host has this row for it.
    private Optional<Row> patientRow(Side side, VisitSummary visit, Shell shell) {
        if (side != Side.CO_HOST || visit.status() != VisitStatus.ARRIVED) {
            return Optional.empty();
        }
        var here = visit.patientAwaySince() == null;
        return Optional.of(new Row(
                visit.patient().value(),
                names.patient(visit.patient()),
                shell.t("visit.guests.patient"),
                state(GuestSummary.State.WAITING, here),
                badge(GuestSummary.State.WAITING, here),
                visit.waitingSince(),
                here,
                List.of(admission("/visits/" + visit.id() + "/guests/patient/", here))));
    }

    private static Row row(Actor actor, Side side, GuestSummary guest, VisitSummary visit, Shell shell) {
        return new Row(
                guest.id(),
                Objects.requireNonNullElse(guest.name(), guest.invitedAs()),
                shell.sentenceStart(GuestWords.role(shell, guest.kind(), guest.language())),
                state(guest.state(), guest.here()),
                badge(guest.state(), guest.here()),
                guest.waitingSince(),
                guest.here(),
                moves(actor, side, guest, visit));
    }

    /// Whoever waits and has closed the page waits for nothing.
    private static String state(GuestSummary.State state, boolean here) {
        return state == GuestSummary.State.WAITING && !here
                ? "away"
                : state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Move admission(String path, boolean here) {
        return new Move(path + "admission", "admit", here ? "primary" : "secondary");
    }

    private static String badge(GuestSummary.State state, boolean here) {
        return switch (state) {
            case INVITED, REMOVED -> "neutral";
            case WAITING -> here ? "warn" : "neutral";
            case ADMITTED, CO_HOST -> "success";
        };
    }

    private static List<Move> moves(Actor actor, Side side, GuestSummary guest, VisitSummary visit) {
        var moves = new ArrayList<Move>();
        var path = "/visits/" + visit.id() + "/guests/" + guest.id() + "/";
        if (side.admits() && guest.state() == GuestSummary.State.WAITING) {
            moves.add(admission(path, guest.here()));
        }
        var inside = guest.state() == GuestSummary.State.ADMITTED || guest.state() == GuestSummary.State.CO_HOST;
        if (side.admits() && inside) {
            moves.add(new Move(path + "return-to-waiting", "putBack", "secondary"));
        }
        if (side == Side.DOCTOR && inside && guest.kind() == GuestKind.CLINICIAN) {
            moves.add(
                    guest.state() == GuestSummary.State.CO_HOST
                            ? new Move(path + "demotion", "demote", "secondary")
                            : new Move(path + "promotion", "promote", "secondary"));
        }
        var mayRemove = side == Side.DOCTOR
                || side == Side.TEAM
                || side == Side.PATIENT && guest.invitedBy().equals(actor.person());
        if (mayRemove) {
            moves.add(new Move(
                    path + "removal",
                    guest.state() == GuestSummary.State.INVITED ? "withdraw" : "remove",
                    "danger-quiet"));
        }
        return moves;
    }
}
