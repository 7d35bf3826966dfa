package health.visavis.web.proxy;

import health.visavis.access.Actor;
import health.visavis.kernel.PatientId;
import health.visavis.proxy.ActFor;
import health.visavis.web.layout.InPerson;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.Redirect;
import health.visavis.web.security.ActingSessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// For whom somebody is here: themselves, or a patient for whom they act.
@Controller
@RequestMapping("/acting")
class ActingController {

    private final ActFor actFor;
    private final ActingSessions sessions;

    ActingController(ActFor actFor, ActingSessions sessions) {
        this.actFor = actFor;
        this.sessions = sessions;
    }

    @GetMapping
    Page choose(@InPerson Actor actor) {
        return Page.of("proxy/acting", new ActingView(actFor.list(actor), actor.patient() != null));
    }

    /// Whom one chose is sent and not addressed: no patient's id stands in a history.
    ///
    /// @param patient nobody: oneself
    @PostMapping
    Redirect act(
            @InPerson Actor actor,
            @RequestParam(required = false) @Nullable UUID patient,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (patient == null) {
            sessions.actFor(request, response, null);
            return Redirect.to("/");
        }
        var chosen = new PatientId(patient);
        actFor.begin(actor, chosen);
        sessions.actFor(request, response, chosen);
        return Redirect.to("/");
    }

    @PostMapping("/{grant}/return")
    Redirect giveBack(
            @InPerson Actor actor, @PathVariable UUID grant, HttpServletRequest request, HttpServletResponse response) {
        actFor.giveBack(actor, grant);
        sessions.actFor(request, response, null);
        return Redirect.to("/acting").saying("proxy.said.givenBack");
    }
}
