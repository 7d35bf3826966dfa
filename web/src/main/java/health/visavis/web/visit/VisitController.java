package health.visavis.web.visit;

import health.visavis.access.Actor;
import health.visavis.kernel.VisitId;
import health.visavis.live.LiveEvents;
import health.visavis.live.Topic;
import health.visavis.visit.CheckDevices;
import health.visavis.visit.ReadVisit;
import health.visavis.visit.VisitStatus;
import health.visavis.visit.VisitSummary;
import health.visavis.web.layout.Answer;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.Redirect;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/// The pages of the two who meet.
@Controller
@RequestMapping("/visits/{id}")
class VisitController {

    private final ReadVisit readVisit;
    private final CheckDevices checkDevices;
    private final VisitNames names;
    private final LiveEvents live;

    VisitController(ReadVisit readVisit, CheckDevices checkDevices, VisitNames names, LiveEvents live) {
        this.readVisit = readVisit;
        this.checkDevices = checkDevices;
        this.names = names;
        this.live = live;
    }

    @GetMapping("/device-check")
    Answer deviceCheck(Actor actor, @PathVariable UUID id) {
        var visit = readVisit.read(actor, new VisitId(id));
        checkDevices.recently(actor, visit.id());
        var clinician = isClinician(actor, visit);
        return visit.status().over()
                ? over(visit, clinician)
                : Page.of(
                        "visit/device-check",
                        new DeviceCheckView(
                                id,
                                clinician,
                                names.other(visit, clinician),
                                visit.slot().start()));
    }

    /// Who has not checked their devices in this session is asked to first, unless they are already expected inside.
    @GetMapping("/waiting-room")
    Answer waitingRoom(Actor actor, @PathVariable UUID id) {
        var since = live.latest(Topic.visit(id));
        var visit = readVisit.read(actor, new VisitId(id));
        if (isClinician(actor, visit)) {
            return Redirect.to("/visits/{id}/call", id);
        }
        var checked = checkDevices.recently(actor, visit.id());
        if (visit.status() == VisitStatus.PLANNED && !checked) {
            return Redirect.to("/visits/{id}/device-check", id);
        }
        return room(visit, false, since);
    }

    @GetMapping("/call")
    Answer call(Actor actor, @PathVariable UUID id) {
        var since = live.latest(Topic.visit(id));
        var visit = readVisit.read(actor, new VisitId(id));
        checkDevices.recently(actor, visit.id());
        return isClinician(actor, visit) ? room(visit, true, since) : Redirect.to("/visits/{id}/waiting-room", id);
    }

    private Answer room(VisitSummary visit, boolean clinician, long since) {
        return visit.status().over()
                ? over(visit, clinician)
                : Page.of(
                        "visit/room",
                        new RoomView(
                                visit, clinician, names.own(visit, clinician), names.other(visit, clinician), since));
    }

    private Page over(VisitSummary visit, boolean clinician) {
        return Page.of("visit/over", new OverView(visit, clinician, names.other(visit, clinician)));
    }

    private static boolean isClinician(Actor actor, VisitSummary visit) {
        return visit.clinician().equals(actor.clinician());
    }
}
