package health.visavis.recording;

import health.visavis.access.PatientRows;
import health.visavis.access.Unasked;
import health.visavis.kernel.VisitId;
import health.visavis.visit.InTheCall;
import org.springframework.stereotype.Component;

/// Opens, in the caller's transaction, what is known of the recording of a visit: it concerns everybody in the call,
/// and a guest is granted no patient's rows.
@Component
class RecordedCall {

    private final InTheCall inTheCall;
    private final PatientRows rows;

    RecordedCall(InTheCall inTheCall, PatientRows rows) {
        this.inTheCall = inTheCall;
        this.rows = rows;
    }

    void open(VisitId visit) {
        var patient = inTheCall.subject(visit).patient();
        if (patient != null) {
            rows.openWithoutPermissionCheck(patient, Unasked.RECORDED_CALL);
        }
    }
}
