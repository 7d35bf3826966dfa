package health.visavis.web.visit;

import health.visavis.access.Actor;
import health.visavis.emergency.EmergencyStanding.Raised;
import health.visavis.emergency.ReadEmergency;
import health.visavis.kernel.VisitId;
import health.visavis.telephone.PhoneCallSummary;
import health.visavis.telephone.ReadTelephone;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// Reads what the room shows of telephone and emergency.
@Component
class RoomAids {

    private final ReadTelephone readTelephone;
    private final ReadEmergency readEmergency;

    RoomAids(ReadTelephone readTelephone, ReadEmergency readEmergency) {
        this.readTelephone = readTelephone;
        this.readEmergency = readEmergency;
    }

    List<PhoneCallSummary> callsOf(Actor actor, VisitId visit) {
        return readTelephone.read(actor, visit).calls();
    }

    List<Raised> emergenciesOf(Actor actor, VisitId visit) {
        return readEmergency.read(actor, visit).raised();
    }

    RoomAid of(Actor actor, VisitId visit) {
        var telephone = readTelephone.read(actor, visit);
        var emergency = readEmergency.read(actor, visit);
        return new RoomAid(
                visit.value(),
                telephone.byPhone() != null,
                telephone
                        .active()
                        .map(PhoneCallSummary::standing)
                        .map(standing -> standing.name().toLowerCase(Locale.ROOT))
                        .orElse("none"),
                emergency.confirmed(),
                !emergency.raised().isEmpty());
    }
}
