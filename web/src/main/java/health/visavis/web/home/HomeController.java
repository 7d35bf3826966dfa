package health.visavis.web.home;

import health.visavis.access.Actor;
import health.visavis.access.ProxyGrants;
import health.visavis.access.Role;
import health.visavis.web.layout.Answer;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.Redirect;
import health.visavis.web.security.CurrentActor;
import health.visavis.web.security.SignInSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The front page for strangers, the start page for everybody else.
@Controller
class HomeController {

    private final CurrentActor currentActor;
    private final List<HomeCards> areas;
    private final ProxyGrants proxies;
    private final SignInSettings signIn;

    HomeController(CurrentActor currentActor, List<HomeCards> areas, ProxyGrants proxies, SignInSettings signIn) {
        this.currentActor = currentActor;
        this.areas = areas;
        this.proxies = proxies;
        this.signIn = signIn;
    }

    @GetMapping("/")
    Answer home(HttpServletRequest request) {
        return currentActor
                .of(request)
                .filter(actor -> !actor.is(Role.GUEST))
                .<Answer>map(actor -> actor.is(Role.EMERGENCY) ? Redirect.to("/emergency-access") : start(actor))
                .orElseGet(() -> Page.of("home/landing", new LandingView(signIn.patients() != null)));
    }

    @GetMapping("/help")
    Page help() {
        return Page.of("home/help");
    }

    private Page start(Actor actor) {
        return Page.of(
                "home/home",
                HomeView.of(areasOf(actor)
                        .flatMap(area -> area.cards(actor).stream())
                        .toList()));
    }

    private Stream<HomeCards> areasOf(Actor actor) {
        if (!actor.proxy()) {
            return areas.stream();
        }
        var given = proxies.scopesOf(actor.person(), Objects.requireNonNull(actor.patient()));
        return areas.stream()
                .filter(area -> area.scope().filter(given::contains).isPresent());
    }
}
