package health.visavis.web.visit;

import health.visavis.access.Actor;
import health.visavis.kernel.VisitId;
import health.visavis.visit.AdmitPatient;
import health.visavis.visit.AdmitPatient.AdmissionOutcome;
import health.visavis.visit.EndVisit;
import health.visavis.visit.EndVisit.EndOutcome;
import health.visavis.visit.LeaveSeat;
import health.visavis.visit.LineQuality;
import health.visavis.visit.ReportQuality;
import health.visavis.visit.ReturnToWaiting;
import health.visavis.visit.TakeSeat;
import health.visavis.visit.TakeSeat.SeatOutcome;
import health.visavis.web.problem.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// A visit for scripts and mobile clients.
@RestController
@RequestMapping("/api/visits/{id}")
@Tag(name = "Visits")
class VisitApi {

    private final AdmitPatient admitPatient;
    private final ReturnToWaiting returnToWaiting;
    private final EndVisit endVisit;
    private final TakeSeat takeSeat;
    private final LeaveSeat leaveSeat;
    private final ReportQuality reportQuality;

    VisitApi(
            AdmitPatient admitPatient,
            ReturnToWaiting returnToWaiting,
            EndVisit endVisit,
            TakeSeat takeSeat,
            LeaveSeat leaveSeat,
            ReportQuality reportQuality) {
        this.admitPatient = admitPatient;
        this.returnToWaiting = returnToWaiting;
        this.endVisit = endVisit;
        this.takeSeat = takeSeat;
        this.leaveSeat = leaveSeat;
        this.reportQuality = reportQuality;
    }

    /// @param sit whether the doctor sits down in the same request: one way to the server less before the first
    ///     picture
    record Admission(boolean sit) {}

    record Admitted(@Nullable JoinedCall joined) {}

    record Departure(int epoch) {}

    @PostMapping("/admission")
    @Operation(summary = "Let the waiting patient in; the first time this starts the visit")
    ResponseEntity<?> admit(Actor actor, @PathVariable UUID id, @RequestBody Admission admission) {
        var visit = new VisitId(id);
        return switch (admitPatient.admit(actor, visit)) {
            case AdmissionOutcome.Admitted admitted ->
                admission.sit() ? seat(takeSeat.take(actor, visit), true) : ResponseEntity.ok(new Admitted(null));
            case AdmissionOutcome.NobodyWaiting nobody -> problem(ProblemType.NOBODY_WAITING);
            case AdmissionOutcome.VisitOver over -> problem(ProblemType.VISIT_OVER);
        };
    }

    @PostMapping("/seat")
    @Operation(summary = "Sit down in the call and receive the short-lived credential for it")
    ResponseEntity<?> sit(Actor actor, @PathVariable UUID id) {
        return seat(takeSeat.take(actor, new VisitId(id)), false);
    }

    @PostMapping("/seat/departure")
    @Operation(summary = "Leave the call")
    ResponseEntity<Void> leave(Actor actor, @PathVariable UUID id, @RequestBody Departure departure) {
        leaveSeat.leave(actor, new VisitId(id), departure.epoch());
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/return-to-waiting")
    @Operation(summary = "Put the patient back into the waiting room")
    ResponseEntity<Void> putBack(Actor actor, @PathVariable UUID id) {
        returnToWaiting.putBack(actor, new VisitId(id));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/end")
    @Operation(summary = "End the visit for everybody")
    ResponseEntity<?> end(Actor actor, @PathVariable UUID id) {
        return switch (endVisit.end(actor, new VisitId(id))) {
            case EndOutcome.Ended ended -> ResponseEntity.noContent().build();
            case EndOutcome.NeverStarted never -> problem(ProblemType.VISIT_NOT_STARTED);
        };
    }

    @PostMapping("/quality")
    @Operation(summary = "Report how the line was in the last seconds: numbers, no media")
    ResponseEntity<Void> quality(Actor actor, @PathVariable UUID id, @RequestBody LineQuality quality) {
        reportQuality.report(actor, new VisitId(id), quality);
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<?> seat(SeatOutcome outcome, boolean admission) {
        return switch (outcome) {
            case SeatOutcome.Taken taken -> {
                var joined = JoinedCall.of(taken);
                yield ResponseEntity.ok(admission ? new Admitted(joined) : joined);
            }
            case SeatOutcome.NotAdmitted notAdmitted -> problem(ProblemType.NOT_ADMITTED);
            case SeatOutcome.NotStarted notStarted -> problem(ProblemType.VISIT_NOT_STARTED);
            case SeatOutcome.VisitOver over -> problem(ProblemType.VISIT_OVER);
        };
    }

    private static ResponseEntity<?> problem(ProblemType type) {
        return ResponseEntity.status(type.status()).body(type.toProblem());
    }
}
