package health.visavis.telephone;

import static health.visavis.access.Action.HANG_UP_PHONE;

import health.visavis.access.Access;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.kernel.VisitId;
import health.visavis.visit.Visits;

/// The clinician puts down the receiver.
@UseCase
public class HangUpPhone {

    private final Access access;
    private final Visits visits;
    private final PhoneHangUps hangUps;

    HangUpPhone(Access access, Visits visits, PhoneHangUps hangUps) {
        this.access = access;
        this.visits = visits;
        this.hangUps = hangUps;
    }

    public void hangUp(Actor actor, VisitId visit) {
        access.require(actor, HANG_UP_PHONE.on(visits.subject(visit)));
        hangUps.of(visit);
    }
}
