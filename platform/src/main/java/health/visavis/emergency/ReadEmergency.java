package health.visavis.emergency;

import static health.visavis.access.Action.READ_EMERGENCY;

import health.visavis.access.Access;
import health.visavis.access.Actor;
import health.visavis.access.UseCase;
import health.visavis.emergency.store.EmergencyLog;
import health.visavis.emergency.store.EmergencyLog.KeptPlace;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.VisitId;
import health.visavis.keys.PatientCipher;
import health.visavis.telephone.Telephone;
import health.visavis.visit.VisitSummary;
import health.visavis.visit.Visits;
import java.time.Duration;

/// Where the patient is, how to reach them and whom to call, as far as anybody has said.
@UseCase
public class ReadEmergency {

    /// Who said it the evening before may be somewhere else by now.
    private static final Duration BEFORE = Duration.ofHours(4);

    private final Access access;
    private final Visits visits;
    private final EmergencyLog log;
    private final PatientCipher cipher;
    private final Telephone telephone;

    ReadEmergency(Access access, Visits visits, EmergencyLog log, PatientCipher cipher, Telephone telephone) {
        this.access = access;
        this.visits = visits;
        this.log = log;
        this.cipher = cipher;
        this.telephone = telephone;
    }

    public EmergencyStanding read(Actor actor, VisitId visit) {
        access.require(actor, READ_EMERGENCY.on(visits.subject(visit)));
        var held = visits.find(visit).orElseThrow();
        var newest = log.placeNamedFor(visit).or(() -> log.newestPlace(held.patient()));
        return new EmergencyStanding(
                newest.map(kept -> opened(held.patient(), kept)).orElse(null),
                newest.map(KeptPlace::confirmedAt).orElse(null),
                newest.map(kept -> isForThisVisit(held, kept)).orElse(false),
                telephone.numberFor(visit, held.patient()).orElse(null),
                log.raised(visit));
    }

    private static boolean isForThisVisit(VisitSummary visit, KeptPlace kept) {
        return kept.visit().equals(visit.id())
                && !kept.confirmedAt().isBefore(visit.slot().start().minus(BEFORE));
    }

    private Place opened(PatientId patient, KeptPlace kept) {
        return Place.read(cipher.decryptText(patient, EmergencyLog.placeOf(kept.visit()), kept.place()));
    }
}
