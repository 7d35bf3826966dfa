package health.visavis.web.visit;

import com.fasterxml.jackson.annotation.JsonProperty;
import health.visavis.access.Actor;
import health.visavis.kernel.VisitId;
import health.visavis.visit.AdmitPatient;
import health.visavis.visit.AdmitPatient.AdmissionOutcome;
import health.visavis.visit.EndVisit;
import health.visavis.visit.EndVisit.EndOutcome;
import health.visavis.visit.JoinCall;
import health.visavis.visit.JoinCall.FreshPass;
import health.visavis.visit.JoinCall.JoinOutcome;
import health.visavis.visit.LeaveSeat;
import health.visavis.visit.LineQuality;
import health.visavis.visit.RaiseHand;
import health.visavis.visit.ReportLineFailure;
import health.visavis.visit.ReportLineFailure.FailureOutcome;
import health.visavis.visit.ReportQuality;
import health.visavis.visit.ReturnToWaiting;
import health.visavis.visit.TryPictureAgain;
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
    private final JoinCall joinCall;
    private final LeaveSeat leaveSeat;
    private final ReportQuality reportQuality;
    private final ReportLineFailure reportLineFailure;
    private final TryPictureAgain tryPictureAgain;
    private final RaiseHand raiseHand;

    VisitApi(
            AdmitPatient admitPatient,
            ReturnToWaiting returnToWaiting,
            EndVisit endVisit,
            JoinCall joinCall,
            LeaveSeat leaveSeat,
            ReportQuality reportQuality,
            ReportLineFailure reportLineFailure,
            TryPictureAgain tryPictureAgain,
            RaiseHand raiseHand) {
        this.admitPatient = admitPatient;
        this.returnToWaiting = returnToWaiting;
        this.endVisit = endVisit;
        this.joinCall = joinCall;
        this.leaveSeat = leaveSeat;
        this.reportQuality = reportQuality;
        this.reportLineFailure = reportLineFailure;
        this.tryPictureAgain = tryPictureAgain;
        this.raiseHand = raiseHand;
    }

    /// @param sit whether the doctor sits down in the same request: one way to the server less before the first
    ///     picture
    record Admission(boolean sit) {}

    record Admitted(@Nullable JoinedCall joined) {}

    record Departure(int epoch) {}

    record Renewal(int epoch) {}

    record Hand(boolean raised) {}

    record Renewed(int rung, LineJson line) {}

    enum Trouble {
        @JsonProperty("not-joined")
        NOT_JOINED(ReportLineFailure.Kind.NOT_JOINED),
        @JsonProperty("media-lost")
        MEDIA_LOST(ReportLineFailure.Kind.MEDIA_LOST);

        private final ReportLineFailure.Kind kind;

        Trouble(ReportLineFailure.Kind kind) {
            this.kind = kind;
        }
    }

    record Failure(int epoch, int rung, Trouble kind) {}

    @PostMapping("/admission")
    @Operation(summary = "Let the waiting patient in; the first time this starts the visit")
    ResponseEntity<?> admit(Actor actor, @PathVariable UUID id, @RequestBody Admission admission) {
        var visit = new VisitId(id);
        return switch (admitPatient.admit(actor, visit)) {
            case AdmissionOutcome.Admitted admitted ->
                admission.sit() ? seat(joinCall.join(actor, visit), true) : ResponseEntity.ok(new Admitted(null));
            case AdmissionOutcome.NobodyWaiting nobody -> problem(ProblemType.NOBODY_WAITING);
            case AdmissionOutcome.VisitOver over -> problem(ProblemType.VISIT_OVER);
        };
    }

    @PostMapping("/seat")
    @Operation(summary = "Sit down in the call and receive the short-lived credential for it")
    ResponseEntity<?> sit(Actor actor, @PathVariable UUID id) {
        return seat(joinCall.join(actor, new VisitId(id)), false);
    }

    @PostMapping("/seat/pass")
    @Operation(summary = "Receive a fresh credential before the one at hand runs out")
    ResponseEntity<?> renew(Actor actor, @PathVariable UUID id, @RequestBody Renewal renewal) {
        return switch (joinCall.renew(actor, new VisitId(id), renewal.epoch())) {
            case FreshPass.Issued issued ->
                ResponseEntity.ok(new Renewed(issued.rung().number(), LineJson.of(issued.credential())));
            case FreshPass.NotSeated notSeated -> problem(ProblemType.CONFLICT);
            case FreshPass.NotNow notNow -> problem(ProblemType.UNAVAILABLE);
        };
    }

    /// Who reports a line that does not work is connected through the next one in the same request; an answer
    /// without content says that the line at hand is to be kept.
    @PostMapping("/failures")
    @Operation(summary = "Report that the line does not work; the call moves to the next engine")
    ResponseEntity<?> lineFailed(Actor actor, @PathVariable UUID id, @RequestBody Failure failure) {
        var visit = new VisitId(id);
        var reported = new ReportLineFailure.Failure(failure.epoch(), failure.rung(), failure.kind().kind);
        return switch (reportLineFailure.report(actor, visit, reported)) {
            case FailureOutcome.Moved moved -> seat(joinCall.join(actor, visit), false);
            case FailureOutcome.OtherAway away -> ResponseEntity.noContent().build();
            case FailureOutcome.LastRung last -> ResponseEntity.noContent().build();
            case FailureOutcome.NotSeated notSeated -> problem(ProblemType.CONFLICT);
        };
    }

    @PostMapping("/rungs")
    @Operation(summary = "Try the best engine again after the call had to move to another")
    ResponseEntity<?> tryAgain(Actor actor, @PathVariable UUID id) {
        var visit = new VisitId(id);
        tryPictureAgain.tryAgain(actor, visit);
        return seat(joinCall.join(actor, visit), false);
    }

    @PostMapping("/seat/departure")
    @Operation(summary = "Leave the call")
    ResponseEntity<Void> leave(Actor actor, @PathVariable UUID id, @RequestBody Departure departure) {
        leaveSeat.leave(actor, new VisitId(id), departure.epoch());
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/seat/hand")
    @Operation(summary = "Raise one's hand, or take it down")
    ResponseEntity<Void> hand(Actor actor, @PathVariable UUID id, @RequestBody Hand hand) {
        raiseHand.raise(actor, new VisitId(id), hand.raised());
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/seats/{seat}/hand/lowering")
    @Operation(summary = "Take down somebody else's hand: they have had their turn")
    ResponseEntity<Void> lower(Actor actor, @PathVariable UUID id, @PathVariable UUID seat) {
        raiseHand.lower(actor, new VisitId(id), seat);
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

    private static ResponseEntity<?> seat(JoinOutcome outcome, boolean admission) {
        return switch (outcome) {
            case JoinOutcome.Joined taken -> {
                var joined = JoinedCall.of(taken);
                yield ResponseEntity.ok(admission ? new Admitted(joined) : joined);
            }
            case JoinOutcome.NotAdmitted notAdmitted -> problem(ProblemType.NOT_ADMITTED);
            case JoinOutcome.Full full -> problem(ProblemType.CALL_FULL);
            case JoinOutcome.NotStarted notStarted -> problem(ProblemType.VISIT_NOT_STARTED);
            case JoinOutcome.VisitOver over -> problem(ProblemType.VISIT_OVER);
            case JoinOutcome.NoLine none -> problem(ProblemType.UNAVAILABLE);
        };
    }

    private static ResponseEntity<?> problem(ProblemType type) {
        return ResponseEntity.status(type.status()).body(type.toProblem());
    }
}
