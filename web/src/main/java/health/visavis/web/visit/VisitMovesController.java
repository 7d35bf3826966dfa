package health.visavis.web.visit;

import health.visavis.access.Actor;
import health.visavis.kernel.VisitId;
import health.visavis.visit.AdmitPatient;
import health.visavis.visit.AdmitPatient.AdmissionOutcome;
import health.visavis.visit.ArriveAtVisit;
import health.visavis.visit.ArriveAtVisit.ArrivalOutcome;
import health.visavis.visit.CheckDevices;
import health.visavis.visit.EndVisit;
import health.visavis.visit.EndVisit.EndOutcome;
import health.visavis.visit.LeaveWaitingRoom;
import health.visavis.visit.ReturnToWaiting;
import health.visavis.web.layout.Redirect;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// The moves of a visit as forms: they work where no script runs.
@Controller
@RequestMapping("/visits/{id}")
class VisitMovesController {

    private static final String WAITING_ROOM = "/visits/{id}/waiting-room";
    private static final String CALL = "/visits/{id}/call";

    private final CheckDevices checkDevices;
    private final ArriveAtVisit arriveAtVisit;
    private final LeaveWaitingRoom leaveWaitingRoom;
    private final AdmitPatient admitPatient;
    private final ReturnToWaiting returnToWaiting;
    private final EndVisit endVisit;

    VisitMovesController(
            CheckDevices checkDevices,
            ArriveAtVisit arriveAtVisit,
            LeaveWaitingRoom leaveWaitingRoom,
            AdmitPatient admitPatient,
            ReturnToWaiting returnToWaiting,
            EndVisit endVisit) {
        this.checkDevices = checkDevices;
        this.arriveAtVisit = arriveAtVisit;
        this.leaveWaitingRoom = leaveWaitingRoom;
        this.admitPatient = admitPatient;
        this.returnToWaiting = returnToWaiting;
        this.endVisit = endVisit;
    }

    /// The patient comes to the waiting room, having checked the devices or chosen not to.
    @PostMapping("/arrival")
    Redirect arrive(Actor actor, @PathVariable UUID id) {
        var visit = new VisitId(id);
        var outcome = arriveAtVisit.arrive(actor, visit);
        checkDevices.checked(actor, visit);
        return switch (outcome) {
            case ArrivalOutcome.Waiting waiting -> Redirect.to(WAITING_ROOM, id);
            case ArrivalOutcome.AlreadyAdmitted admitted -> Redirect.to(WAITING_ROOM, id);
            case ArrivalOutcome.VisitOver over -> Redirect.to(WAITING_ROOM, id);
        };
    }

    @PostMapping("/departure")
    Redirect depart(Actor actor, @PathVariable UUID id) {
        leaveWaitingRoom.leave(actor, new VisitId(id));
        return Redirect.to("/").saying("visit.said.departed");
    }

    @PostMapping("/admission")
    Redirect admit(Actor actor, @PathVariable UUID id) {
        return switch (admitPatient.admit(actor, new VisitId(id))) {
            case AdmissionOutcome.Admitted admitted -> Redirect.to(CALL, id);
            case AdmissionOutcome.NobodyWaiting nobody -> Redirect.to(CALL, id).saying("visit.said.nobodyWaiting");
            case AdmissionOutcome.VisitOver over -> Redirect.to(CALL, id);
        };
    }

    @PostMapping("/return-to-waiting")
    Redirect putBack(Actor actor, @PathVariable UUID id) {
        returnToWaiting.putBack(actor, new VisitId(id));
        return Redirect.to(CALL, id);
    }

    @PostMapping("/end")
    Redirect end(Actor actor, @PathVariable UUID id) {
        return switch (endVisit.end(actor, new VisitId(id))) {
            case EndOutcome.Ended ended -> Redirect.to(CALL, id);
            case EndOutcome.NeverStarted never -> Redirect.to(CALL, id).saying("visit.said.neverStarted");
        };
    }
}
