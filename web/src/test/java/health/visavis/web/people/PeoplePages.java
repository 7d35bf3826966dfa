package health.visavis.web.people;

import health.visavis.access.Role;
import health.visavis.web.components.Choice;
import health.visavis.web.components.FormErrors;
import health.visavis.web.i18n.Language;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.TestShell;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The pages of people in their states.
public final class PeoplePages {

    private static final UUID REQUEST = UUID.fromString("018f4d2e-0000-7000-8000-000000000002");

    private PeoplePages() {}

    public static Map<String, String> all(Language language) {
        var admin = TestShell.of(language).signedInAs(Role.ADMIN).at("/people");
        var pages = new LinkedHashMap<String, String>();
        var staff = List.of(
                line("active", "success", List.of("doctor")),
                line("invited", "info", List.of("nurse", "admin")),
                line("not-invited", "warn", List.of("nurse")),
                line("deactivated", "plain", List.of()));
        var patients = List.of(line("invited", "info", List.of("patient")));
        put(pages, admin, "list", "people", new PeopleView.Everybody(staff, patients));
        put(pages, admin, "list", "people-first", new PeopleView.Everybody(staff.subList(0, 1), List.of()));
        for (var one : staff) {
            var deactivated = one.state().equals("deactivated");
            put(
                    pages,
                    admin,
                    "person",
                    "people-person-" + one.state(),
                    new PeopleView.One(
                            one, !deactivated, one.state().equals("invited"), !deactivated, deactivated, null, null));
        }
        var known = line("registered", "plain", List.of("patient"));
        put(
                pages,
                admin,
                "person",
                "people-person-registered",
                new PeopleView.One(
                        known,
                        true,
                        false,
                        true,
                        false,
                        "/patients/" + REQUEST + "/proxies",
                        "/keys?patient=" + REQUEST));
        put(pages, admin, "find", "people-find", new PeopleView.Find(List.of(), "", false, false));
        put(pages, admin, "find", "people-find-none", new PeopleView.Find(List.of(), "zz", true, false));
        put(
                pages,
                admin,
                "find",
                "people-find-found",
                new PeopleView.Find(
                        List.of(
                                new PeopleView.KnownLine(known, "May 17, 1944"),
                                new PeopleView.KnownLine(line("not-invited", "warn", List.of("doctor")), "")),
                        "nina",
                        true,
                        true));
        for (var isStaff : List.of(true, false)) {
            var name = "people-form-" + (isStaff ? "staff" : "patient");
            put(pages, admin, "form", name, form(isStaff, FormErrors.none()));
            var errors = FormErrors.none();
            for (var field : List.of("given", "family", "email", "role", "specialty", "born", "gender", "zone")) {
                errors = errors.with(field, "…");
            }
            put(pages, admin, "form", name + "-wrong", form(isStaff, errors));
        }
        for (var mailed : List.of(true, false)) {
            put(
                    pages,
                    admin,
                    "made",
                    "people-made" + (mailed ? "" : "-not-mailed"),
                    new PeopleView.Made(
                            "/people/1",
                            "Nina Example",
                            "nina@example.org",
                            "https://clinic.example.org/invitations/3Bt7kS0Qm2vV9xYcZ1aDfGhJkLpOiUyTrEwQ4N6M8sA",
                            mailed));
        }
        return pages;
    }

    private static PeopleView.Line line(String state, String badge, List<String> roles) {
        return new PeopleView.Line(
                "/people/1",
                "Nina Example",
                state.equals("not-invited") ? "" : "a.very.long.address.of.nina@hospital.example.org",
                roles,
                state,
                badge,
                state.equals("invited") ? TestShell.NOW.plus(Duration.ofDays(14)) : null);
    }

    private static PeopleView.Form form(boolean staff, FormErrors errors) {
        var choices = new PeopleView.Choices(
                List.of(new Choice("DOCTOR", "…", "……"), new Choice("NURSE", "…", "……")),
                List.of(Choice.of("1", "Dr. Elena Ruiz")),
                List.of(Choice.of("female", "…"), Choice.of("unknown", "……")),
                List.of(Choice.of("America/New_York", "…")),
                List.of(Choice.of("en", "English"), Choice.of("es", "Español")));
        return new PeopleView.Form(
                REQUEST, staff, Typed.nothing(Map.of("language", "es", "role", "NURSE")), choices, errors);
    }

    private static void put(Map<String, String> pages, TestShell shell, String template, String name, PeopleView view) {
        pages.put(name, shell.render(Page.of("people/" + template, view)));
    }
}
