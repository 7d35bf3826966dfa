package health.visavis.web.visit;

import health.visavis.access.AccessDenied;
import health.visavis.access.Actor;
import health.visavis.access.Role;
import health.visavis.kernel.VisitId;
import health.visavis.live.LiveEvents;
import health.visavis.live.Topic;
import health.visavis.visit.AttendAsGuest;
import health.visavis.visit.CheckDevices;
import health.visavis.visit.GuestKind;
import health.visavis.visit.GuestStanding;
import health.visavis.visit.JoinCall;
import health.visavis.visit.VisitStatus;
import health.visavis.web.layout.Answer;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.Redirect;
import health.visavis.web.layout.Shell;
import health.visavis.web.security.PagePolicy;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The pages of a guest: device check, waiting, the call. No chart, no messages.
@Controller
@RequestMapping("/visits/{id}/guest")
class GuestVisitController {

    private final AttendAsGuest attend;
    private final CheckDevices checkDevices;
    private final VisitNames names;
    private final LiveEvents live;
    private final JoinCall joinCall;

    GuestVisitController(
            AttendAsGuest attend, CheckDevices checkDevices, VisitNames names, LiveEvents live, JoinCall joinCall) {
        this.attend = attend;
        this.checkDevices = checkDevices;
        this.names = names;
        this.live = live;
        this.joinCall = joinCall;
    }

    @GetMapping("/device-check")
    Answer deviceCheck(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean again) {
        return orNothing(actor, () -> checkOf(actor, id, again));
    }

    private Answer checkOf(Actor actor, UUID id, boolean again) {
        var visit = attend.standing(actor, new VisitId(id)).visit();
        if (visit.status().over() || visit.status() != VisitStatus.PLANNED && !again) {
            return Redirect.to("/visits/{id}/guest/room", id);
        }
        return Page.of(
                "visit/device-check",
                new DeviceCheckView(
                        id,
                        false,
                        names.clinician(visit.clinician()),
                        visit.slot().start(),
                        false,
                        null,
                        "/visits/" + id + "/guest/arrival"));
    }

    @PostMapping("/arrival")
    Redirect arrive(Actor actor, @PathVariable UUID id) {
        var visit = new VisitId(id);
        attend.arrive(actor, visit);
        checkDevices.checked(actor, visit);
        return Redirect.to("/visits/{id}/guest/room", id);
    }

    @GetMapping("/room")
    Answer room(Actor actor, @PathVariable UUID id, Shell shell, HttpServletRequest request) {
        return orNothing(actor, () -> roomOf(actor, id, shell, request));
    }

    private Answer roomOf(Actor actor, UUID id, Shell shell, HttpServletRequest request) {
        var since = live.latest(Topic.guest(actor.person().value()));
        var visitSince = live.latest(Topic.visit(id));
        var standing = attend.standing(actor, new VisitId(id));
        var visit = standing.visit();
        if (visit.status().over()) {
            return Page.of("visit/guest-over", visit.status() == VisitStatus.FINISHED);
        }
        if (visit.status() == VisitStatus.PLANNED) {
            return Redirect.to("/visits/{id}/guest/device-check", id);
        }
        if (joinCall.mayUseCallingService()) {
            PagePolicy.allowCallingService(request);
        }
        return Page.of(
                "visit/room",
                new RoomView(
                        visit,
                        false,
                        standing.name(),
                        names.clinician(visit.clinician()),
                        since,
                        null,
                        null,
                        part(actor, standing, shell, visitSince)));
    }

    /// Who was removed, or whose link another browser has opened, reads the same as somebody whose link opens nothing.
    private static Answer orNothing(Actor actor, Supplier<Answer> page) {
        try {
            return page.get();
        } catch (AccessDenied denied) {
            if (actor.is(Role.GUEST) && denied.existencePrivate()) {
                return Page.of("visit/join-nothing").status(HttpStatus.NOT_FOUND);
            }
            throw denied;
        }
    }

    private static RoomView.GuestPart part(Actor actor, GuestStanding standing, Shell shell, long visitSince) {
        return new RoomView.GuestPart(
                actor.person().value(),
                GuestWords.role(shell, standing.kind(), standing.language()),
                standing.kind() == GuestKind.CLINICIAN,
                standing.coHost(),
                visitSince);
    }
}
