package health.visavis.web.components;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import health.visavis.web.i18n.Language;
import health.visavis.web.layout.TestShell;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Every component in every state, as a reader meets it: the accessibility tests walk these, and so do eyes.
///
/// A new component adds its states here.
public final class Fixtures {

    private record State(String name, String template, Map<String, Object> parameters) {
        String draw(TestShell shell) {
            return template.isEmpty() ? (String) parameters.get("html") : shell.draw(template, parameters);
        }
    }

    /// A table is plain HTML with classes, so its fixture is too.
    private static final String TABLE = """
            <div class="vv-card vv-card--flush"><table class="vv-table">
            <caption class="vv-spoken">Patients</caption>
            <thead><tr><th scope="col">Patient</th><th scope="col">Born</th><th scope="col">Last visit</th></tr></thead>
            <tbody>
            <tr><th scope="row"><a href="#one">Dolores Márquez</a></th>
              <td data-label="Born">Mar 27, 1947</td><td data-label="Last visit">Nov 3, 2026</td></tr>
            <tr><th scope="row"><a href="#two">Abe Frami</a></th>
              <td data-label="Born">Jan 2, 1988</td><td data-label="Last visit">Oct 12, 2026</td></tr>
            </tbody></table></div>
            """;

    private static final List<Choice> REASONS = List.of(
            Choice.of("new", "Something new"),
            new Choice("follow", "A follow-up", "After an earlier visit or a test"),
            Choice.of("other", "Something else"));

    private Fixtures() {}

    /// One page per component: its name → the whole page.
    public static Map<String, String> pages(TestShell shell) {
        var pages = new LinkedHashMap<String, String>();
        states(shell).forEach((component, states) -> pages.put(component, page(shell, component, states)));
        return pages;
    }

    /// Everything on one page.
    public static String gallery(TestShell shell) {
        return shell.draw("layout/shell", Map.of("title", "Components", "content", (Content) output -> {
            output.writeContent("<h1>Components</h1>");
            states(shell).forEach((component, states) -> write(output, shell, component, states));
        }));
    }

    private static String page(TestShell shell, String component, List<State> states) {
        return shell.draw("layout/shell", Map.of("title", component, "content", (Content)
                output -> write(output, shell, component, states)));
    }

    private static void write(TemplateOutput output, TestShell shell, String component, List<State> states) {
        output.writeContent("<h2>" + component + "</h2>");
        for (var state : states) {
            output.writeContent("<section class=\"vv-stack\"><h3 class=\"vv-small vv-soft\">" + state.name() + "</h3>");
            output.writeContent(state.draw(shell));
            output.writeContent("</section>");
        }
    }

    private static Map<String, List<State>> states(TestShell shell) {
        var all = new LinkedHashMap<String, List<State>>();
        all.put("button", buttons());
        all.put(
                "link",
                List.of(
                        state("primary", "link", "href", "#a", "label", "Book a visit", "icon", "plus"),
                        state("secondary", "link", "href", "#b", "label", "See all", "kind", "secondary")));
        all.put("field", fields());
        all.put("choice", choices());
        all.put(
                "errorsummary",
                List.of(state(
                        "two errors",
                        "errorsummary",
                        "errors",
                        FormErrors.none()
                                .with("reason", "Say why you would like to talk")
                                .with("slot", "Choose a time"))));
        all.put(
                "copy",
                List.of(
                        state("a link", "copy", "id", "a", "label", "Link", "value", "https://clinic.example/join/1"),
                        state(
                                "with a hint",
                                "copy",
                                "id",
                                "b",
                                "label",
                                "Link",
                                "value",
                                "https://clinic.example/join/2",
                                "hint",
                                "It is shown only now.")));
        all.put("notice", notices());
        all.put("card", cards());
        all.put("appointment", appointments());
        all.put("badge", badges());
        all.put("table", List.of(new State("patients", "", Map.of("html", TABLE))));
        all.put(
                "subnav",
                List.of(state(
                        "three",
                        "subnav",
                        "label",
                        "Appointments",
                        "links",
                        List.of(new Crumb("/a", "Coming"), new Crumb("/b", "Past"), new Crumb("/c", "Requests")),
                        "current",
                        "/a")));
        all.put(
                "back",
                List.of(
                        state("back", "back", "href", "#a", "label", "All appointments"),
                        state(
                                "crumbs",
                                "crumbs",
                                "crumbs",
                                List.of(new Crumb("/", "Home"), new Crumb("/patients", "Patients")))));
        all.put(
                "empty",
                List.of(state(
                        "with a step",
                        "empty",
                        "title",
                        "No appointments yet",
                        "text",
                        "When you book a visit it appears here.",
                        "actions",
                        content(shell, "link", "href", "#a", "label", "Book a visit"))));
        all.put("skeleton", List.of(state("four lines", "skeleton", "label", "Loading", "lines", 4)));
        all.put("avatar", avatars());
        all.put(
                "pagination",
                List.of(state("middle", "pagination", "previous", "#a", "next", "#b", "where", "21 to 40 of 200")));
        all.put(
                "slots",
                List.of(
                        state("none chosen", "slots", "slots", slots(), "name", "slot"),
                        state("one chosen", "slots", "slots", slots(), "name", "other", "chosen", "2-2")));
        all.put("facts", List.of(state("three", "facts", "facts", facts())));
        all.put(
                "progress",
                List.of(
                        state(
                                "under way",
                                "progress",
                                "id",
                                "p1",
                                "label",
                                "Importing charts",
                                "done",
                                120L,
                                "total",
                                200L,
                                "words",
                                "120 of 200"),
                        state("done", "progress", "id", "p2", "label", "Import", "done", 200L, "total", 200L)));
        all.put("message", List.of(state("live region", "live", "id", "said")));
        return all;
    }

    private static List<State> buttons() {
        var states = new ArrayList<State>();
        for (var kind : List.of("primary", "secondary", "quiet", "danger", "danger-quiet")) {
            states.add(state(kind, "button", "label", "Join the visit", "kind", kind));
        }
        states.add(state("large with icon", "button", "label", "Join the visit", "size", "large", "icon", "video"));
        states.add(state("disabled", "button", "label", "Join the visit", "disabled", true));
        return states;
    }

    private static List<State> fields() {
        return List.of(
                state("text", "field", "id", "f1", "label", "First name", "autocomplete", "given-name"),
                state("hint", "field", "id", "f2", "label", "Phone", "hint", "We call only if a visit is moved"),
                state(
                        "error",
                        "field",
                        "id",
                        "f3",
                        "label",
                        "Phone",
                        "hint",
                        "With country code",
                        "error",
                        "This is not a phone number",
                        "value",
                        "12"),
                state(
                        "textarea",
                        "textarea",
                        "id",
                        "f4",
                        "label",
                        "Why would you like to talk?",
                        "optional",
                        "optional"),
                state("select", "select", "id", "f5", "label", "Reason", "choices", REASONS, "chosen", "follow"),
                state("date", "datefield", "id", "f6", "label", "Date of birth", "hint", "For example 3 27 1947"),
                state(
                        "date wrong",
                        "datefield",
                        "id",
                        "f7",
                        "label",
                        "Date of birth",
                        "error",
                        "There is no such day"));
    }

    private static List<State> choices() {
        return List.of(
                state(
                        "radios",
                        "radios",
                        "id",
                        "c1",
                        "label",
                        "What is it about?",
                        "choices",
                        REASONS,
                        "chosen",
                        "new"),
                state(
                        "radios wrong",
                        "radios",
                        "id",
                        "c2",
                        "label",
                        "What is it about?",
                        "choices",
                        REASONS,
                        "error",
                        "Choose one"),
                state("checkbox", "checkbox", "id", "c3", "label", "Remind me", "hint", "By mail, one day before"),
                state("checked", "checkbox", "id", "c4", "label", "Remind me", "checked", true));
    }

    private static List<State> notices() {
        var states = new ArrayList<State>();
        for (var kind : List.of("info", "success", "warn", "danger")) {
            states.add(state(
                    kind, "notice", "kind", kind, "title", "Dr. Ruiz is a little late", "text", "Stay on this page."));
        }
        return states;
    }

    private static List<State> cards() {
        Content words = output -> output.writeContent("<p>Tuesday at 2:30 PM Eastern Time</p>");
        return List.of(
                state("plain", "card", "title", "Your next visit", "content", words),
                state("lead", "card", "title", "Your next visit", "content", words, "lead", true),
                state("linked", "card", "title", "Messages", "content", words, "href", "#messages"));
    }

    private static List<State> appointments() {
        Content confirmed =
                output -> output.writeContent("<span class=\"vv-badge vv-badge--success\">Confirmed</span>");
        return List.of(
                state(
                        "linked",
                        "appointment",
                        "at",
                        TestShell.NOW.plus(Duration.ofHours(29)),
                        "title",
                        "Dr. Elena Ruiz",
                        "href",
                        "#one",
                        "detail",
                        "Knee pain since Sunday",
                        "badge",
                        confirmed),
                state("plain", "appointment", "at", TestShell.NOW, "title", "Dr. Elena Ruiz"));
    }

    private static List<State> badges() {
        var states = new ArrayList<State>();
        for (var kind : List.of("plain", "info", "success", "warn", "danger", "accent")) {
            states.add(state(kind, "badge", "kind", kind, "label", "Requested"));
        }
        return states;
    }

    private static List<State> avatars() {
        var states = new ArrayList<State>();
        for (var name : List.of("Dolores Márquez", "Dr. Elena Ruiz", "José", "Abe Frami", "Nurse Joy", "Ivy Okafor")) {
            states.add(state(name, "avatar", "name", name, "size", "large"));
        }
        return states;
    }

    private static SlotChoices slots() {
        return new SlotChoices(
                "Eastern Time", List.of(day("1", "Tuesday, November 24"), day("2", "Wednesday, November 25")));
    }

    private static SlotChoices.Day day(String id, String date) {
        var times = new ArrayList<SlotChoices.Time>();
        for (var hour = 1; hour <= 5; hour++) {
            var label = hour + ":30 PM";
            times.add(new SlotChoices.Time(id + "-" + hour, label, date + ", " + label));
        }
        return new SlotChoices.Day(date, times);
    }

    private static Map<String, String> facts() {
        var facts = new LinkedHashMap<String, String>();
        facts.put("Doctor", "Dr. Elena Ruiz");
        facts.put("When", "Tuesday, November 24, 2026 at 2:30 PM Eastern Time");
        facts.put("Length", "20 minutes");
        return facts;
    }

    private static Content content(TestShell shell, String component, Object... parameters) {
        return output ->
                output.writeContent(shell.draw("components/" + component + "/" + component, named(parameters)));
    }

    private static State state(String name, String component, Object... parameters) {
        return new State(name, "components/" + component + "/" + component, named(parameters));
    }

    private static Map<String, Object> named(Object... parameters) {
        var map = new LinkedHashMap<String, Object>();
        for (var index = 0; index < parameters.length; index += 2) {
            map.put((String) parameters[index], parameters[index + 1]);
        }
        return map;
    }

    public static TestShell english() {
        return TestShell.of(Language.ENGLISH);
    }
}
