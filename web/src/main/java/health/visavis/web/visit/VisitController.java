package health.visavis.web.visit;

import health.visavis.access.Access;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.kernel.AppointmentId;
import health.visavis.kernel.VisitId;
import health.visavis.live.LiveEvents;
import health.visavis.live.Topic;
import health.visavis.recording.WatchRecording;
import health.visavis.visit.CheckDevices;
import health.visavis.visit.DeviceFindings;
import health.visavis.visit.DeviceFindings.Dated;
import health.visavis.visit.JoinCall;
import health.visavis.visit.ReadVisit;
import health.visavis.visit.RungSummary;
import health.visavis.visit.VisitStatus;
import health.visavis.visit.VisitSummary;
import health.visavis.web.layout.Answer;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.Redirect;
import health.visavis.web.messaging.ChatView;
import health.visavis.web.messaging.Chats;
import health.visavis.web.security.PagePolicy;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The pages of the two who meet.
@Controller
@RequestMapping("/visits/{id}")
class VisitController {

    /// Who checks earlier than this tries things out and does not come to the visit.
    private static final Duration AHEAD = Duration.ofHours(2);

    private final ReadVisit readVisit;
    private final CheckDevices checkDevices;
    private final VisitNames names;
    private final Chats chats;
    private final LiveEvents live;
    private final JoinCall joinCall;
    private final RoomAids aids;
    private final Clock clock;
    private final WatchRecording watchRecording;
    private final Access access;

    VisitController(
            ReadVisit readVisit,
            CheckDevices checkDevices,
            VisitNames names,
            Chats chats,
            LiveEvents live,
            JoinCall joinCall,
            RoomAids aids,
            Clock clock,
            WatchRecording watchRecording,
            Access access) {
        this.readVisit = readVisit;
        this.checkDevices = checkDevices;
        this.names = names;
        this.chats = chats;
        this.live = live;
        this.joinCall = joinCall;
        this.aids = aids;
        this.clock = clock;
        this.watchRecording = watchRecording;
        this.access = access;
    }

    /// Who has checked in this session is not asked to again, unless they want to.
    @GetMapping("/device-check")
    Answer deviceCheck(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean again) {
        var visit = readVisit.read(actor, new VisitId(id));
        var clinician = isClinician(actor, visit);
        if (visit.status().over()) {
            return over(actor, visit, clinician);
        }
        if (checkDevices.recently(actor, visit.id()) && !again) {
            return Redirect.to(clinician ? "/visits/{id}/call" : "/visits/{id}/waiting-room", id);
        }
        var last = checkDevices.lastFound(actor, visit.id());
        var early = visit.slot().start().isAfter(clock.instant().plus(AHEAD));
        return Page.of(
                "visit/device-check",
                new DeviceCheckView(
                        id,
                        clinician,
                        names.other(visit, clinician),
                        visit.slot().start(),
                        early,
                        early || again
                                ? null
                                : last.map(Dated::findings)
                                        .filter(DeviceFindings::passed)
                                        .map(DeviceFindings::devices)
                                        .orElse(null)));
    }

    /// Who has not checked their devices in this session is asked to first, unless they are already expected
    /// inside.
    @GetMapping("/waiting-room")
    Answer waitingRoom(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        var since = live.latest(Topic.visit(id));
        var visit = readVisit.read(actor, new VisitId(id));
        if (isClinician(actor, visit)) {
            return Redirect.to("/visits/{id}/call", id);
        }
        var checked = checkDevices.recently(actor, visit.id());
        if (visit.status() == VisitStatus.PLANNED && !checked) {
            return Redirect.to("/visits/{id}/device-check", id);
        }
        return room(actor, visit, false, since, request);
    }

    @GetMapping("/call")
    Answer call(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        var since = live.latest(Topic.visit(id));
        var visit = readVisit.read(actor, new VisitId(id));
        checkDevices.recently(actor, visit.id());
        return isClinician(actor, visit)
                ? room(actor, visit, true, since, request)
                : Redirect.to("/visits/{id}/waiting-room", id);
    }

    private Answer room(Actor actor, VisitSummary visit, boolean clinician, long since, HttpServletRequest request) {
        if (visit.status().over()) {
            return over(actor, visit, clinician);
        }
        if (joinCall.mayUseCallingService()) {
            PagePolicy.allowCallingService(request);
        }
        var chat = !actor.proxy() || access.allows(actor, Action.START_THREAD.of(visit.patient()))
                ? chats.ofVisit(actor, new AppointmentId(visit.id().value()), visit.patient(), visit.clinician())
                : Optional.<ChatView>empty();
        return Page.of(
                "visit/room",
                new RoomView(
                        visit,
                        clinician,
                        names.own(actor, visit),
                        names.other(visit, clinician),
                        since,
                        chat.orElse(null),
                        aids.of(actor, visit.id())));
    }

    private Page over(Actor actor, VisitSummary visit, boolean clinician) {
        var rungs = clinician ? readVisit.ladder(actor, visit.id()) : List.<RungSummary>of();
        var moved = rungs.size() > 1 ? rungs : List.<RungSummary>of();
        var other = names.other(visit, clinician);
        if (!clinician) {
            return Page.of("visit/over", new OverView(visit, false, other, moved, List.of(), List.of(), false));
        }
        var calls = aids.callsOf(actor, visit.id());
        var emergencies = aids.emergenciesOf(actor, visit.id());
        var recorded = watchRecording.now(actor, visit.id()).parts() > 0;
        return Page.of("visit/over", new OverView(visit, true, other, moved, calls, emergencies, recorded));
    }

    private static boolean isClinician(Actor actor, VisitSummary visit) {
        return visit.clinician().equals(actor.clinician());
    }
}
