package health.visavis.web.home;

import health.visavis.access.Actor;
import health.visavis.access.Role;
import health.visavis.web.layout.Page;
import health.visavis.web.security.CurrentActor;
import health.visavis.web.security.SignInSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The front page for strangers, the start page for everybody else.
@Controller
class HomeController {

    private final CurrentActor currentActor;
    private final List<HomeCards> areas;
    private final SignInSettings signIn;

    HomeController(CurrentActor currentActor, List<HomeCards> areas, SignInSettings signIn) {
        this.currentActor = currentActor;
        this.areas = areas;
        this.signIn = signIn;
    }

    @GetMapping("/")
    Page home(HttpServletRequest request) {
        return currentActor
                .of(request)
                .filter(actor -> !actor.is(Role.GUEST))
                .map(this::start)
                .orElseGet(() -> Page.of("home/landing", new LandingView(signIn.patients() != null)));
    }

    @GetMapping("/help")
    Page help() {
        return Page.of("home/help");
    }

    private Page start(Actor actor) {
        return Page.of(
                "home/home",
                HomeView.of(areas.stream()
                        .flatMap(area -> area.cards(actor).stream())
                        .toList()));
    }
}
