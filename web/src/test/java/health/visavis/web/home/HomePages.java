package health.visavis.web.home;

import health.visavis.access.Role;
import health.visavis.web.components.Choice;
import health.visavis.web.components.FormErrors;
import health.visavis.web.home.HomeCard.Entry;
import health.visavis.web.home.HomeCard.Step;
import health.visavis.web.i18n.Language;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.TestShell;
import health.visavis.web.layout.Words;
import health.visavis.web.problem.ProblemType;
import health.visavis.web.problem.ProblemView;
import health.visavis.web.security.InvitationView;
import health.visavis.web.security.SignInView;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The pages of this package, and those around signing in and failing, with believable content.
public final class HomePages {

    private HomePages() {}

    public static Map<String, String> all(Language language) {
        var stranger = TestShell.of(language);
        var patient = stranger.signedInAs(Role.PATIENT);
        var pages = new LinkedHashMap<String, String>();
        pages.put("landing", stranger.render(Page.of("home/landing", new LandingView(false))));
        pages.put("landing-patients-apart", stranger.render(Page.of("home/landing", new LandingView(true))));
        pages.put("help", stranger.at("/help").render(Page.of("home/help")));
        pages.put("home-patient", patient.render(Page.of("home/home", HomeView.of(patientCards()))));
        pages.put("home-new-patient", patient.render(Page.of("home/home", HomeView.of(List.of()))));
        pages.put(
                "home-doctor",
                stranger.signedInAs(Role.DOCTOR).render(Page.of("home/home", HomeView.of(doctorCards()))));
        pages.put("settings", patient.at("/settings").render(Page.of("home/settings", settings(language))));
        for (var type : ProblemType.values()) {
            pages.put(
                    "problem-" + type.slug(),
                    patient.at("/somewhere")
                            .render(Page.of(
                                    "problem/problem",
                                    new ProblemView(type.slug(), type.status().value()))));
        }
        for (var message : List.of(
                "signed-out",
                "session-ended",
                "failed",
                "second-factor",
                "no-invitation",
                "identity-taken",
                "linked")) {
            pages.put("signin-" + message, stranger.render(Page.of("signin/message", new SignInView(message))));
        }
        pages.put("invitation", stranger.render(Page.of("signin/invitation", new InvitationView("token", false))));
        pages.put("invitation-used", stranger.render(Page.of("signin/invitation", new InvitationView("token", true))));
        return pages;
    }

    private static List<HomeCard> patientCards() {
        return List.of(
                HomeCard.lead(10, Words.of("scheduling.home.next", "Dr. Elena Ruiz"))
                        .at(TestShell.NOW.plus(Duration.ofMinutes(20)))
                        .step(
                                Step.main("/visits/1/device-check", Words.of("scheduling.home.details"))
                                        .icon("video"),
                                Step.other("/appointments/1", Words.of("scheduling.home.details"))),
                HomeCard.of(20, Words.of("messaging.home.title"))
                        .entries(
                                List.of(Entry.of(
                                                "Dr. Elena Ruiz",
                                                TestShell.NOW.minus(Duration.ofHours(2)),
                                                "/messages/1")
                                        .status("accent", Words.of("messaging.home.unread", 2))),
                                Words.of("home.nothing")),
                HomeCard.of(30, Words.of("shell.nav.appointments")).entries(List.of(), Words.of("home.nothing")));
    }

    private static List<HomeCard> doctorCards() {
        return List.of(
                HomeCard.urgent(0, Words.of("emergency.queue.raised", TestShell.NOW))
                        .entries(List.of(new Entry("Rosa Delgado", null, null, null, null)), Words.of("home.nothing"))
                        .step(Step.main("/visits/3/emergency", Words.of("emergency.queue.open"))
                                .icon("warn")),
                HomeCard.lead(10, Words.of("home.waiting.title", 2))
                        .entries(
                                List.of(
                                        Entry.of("Dolores Márquez", TestShell.NOW, "/visits/1"),
                                        Entry.of("Abe Frami", TestShell.NOW, "/visits/2")),
                                Words.of("home.nothing"))
                        .step(Step.main("/waiting-room", Words.of("home.waiting.open"))),
                HomeCard.of(20, Words.of("scheduling.home.requests", 2))
                        .entries(
                                List.of(
                                        Entry.of("Ivy Okafor", TestShell.NOW, "/appointments/1")
                                                .status("warn", Words.of("scheduling.state.requested")),
                                        Entry.of("José", TestShell.NOW, "/appointments/2")
                                                .status("warn", Words.of("scheduling.state.requested"))),
                                Words.of("home.nothing")),
                HomeCard.of(30, Words.of("shell.nav.messages")).entries(List.of(), Words.of("home.nothing")));
    }

    private static SettingsView settings(Language language) {
        return new SettingsView(
                List.of(Choice.of("en", "English"), Choice.of("es", "Español")),
                language.code(),
                List.of(Choice.of("America/New_York", "Eastern Time – New York")),
                "America/New_York",
                List.of(Choice.of("device", "Device"), Choice.of("light", "Light"), Choice.of("dark", "Dark")),
                "device",
                URI.create("https://login.example.org/account"),
                FormErrors.none());
    }
}
