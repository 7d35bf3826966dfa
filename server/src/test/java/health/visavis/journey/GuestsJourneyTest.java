package health.visavis.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import health.visavis.kernel.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Family and interpreter take part in a visit without an account: invited by a link, let in one by one, removed.
@Tag("whole-machine")
class GuestsJourneyTest {

    private static final String TAKE_A_SEAT = """
            async () => {
              const token = document.querySelector('meta[name=csrf]');
              const visit = document.querySelector('[data-module=call]').dataset.visit;
              const ask = (path, body) => fetch(`/api/visits/${visit}/${path}`, {
                method: 'POST',
                headers: { [token.dataset.header]: token.content, 'Content-Type': 'application/json' },
                body: JSON.stringify(body),
              }).then((answer) => answer.status);
              return [await ask('seat', {}), await ask('seat/pass', { epoch: 1 })];
            }
            """;

    @RegisterExtension
    final JourneyStage stage = new JourneyStage();

    @Test
    @Requirement("APP-05")
    void anInterpreterJoinsIsPinnedAndHeardAndARemovedGuestHoldsNothing() {
        var meeting = Meeting.of(stage.patient(), stage.doctor());
        var guests = new Guests(stage, meeting);
        var doctor = meeting.doctor().page();

        var interpreter = guests.arrives(guests.areInvited("INTERPRETER", "Agency", List.of("es")), "Ines Soto");
        interpreter.findsThePageSound();
        assertThat(new Call(interpreter).facts().connections())
                .as("connections of a guest who was not let in")
                .isZero();
        assertThat(statuses(interpreter))
                .as("seat and pass before being let in")
                .containsExactly(403, 403);
        interpreter.expects("status of 403");

        guests.areLetIn("Ines Soto");
        seeEachOther(meeting.patient(), meeting.doctor(), interpreter);
        assertThat(tile(doctor, "Ines Soto").locator("[data-part=role]")).hasText("Interpreter for Spanish");
        meeting.doctor().findsThePageSound();

        pins(doctor, "Ines Soto");
        new Call(meeting.doctor()).says("Ines Soto is pinned.");
        var patientsName = doctor.locator(".vv-tile[data-seat]:not(:has([data-part=role]:visible)) [data-part=name]")
                .first()
                .innerText();
        pins(doctor, patientsName);
        var daughter = guests.arrives(guests.areInvited("FAMILY", "Her daughter"), "Mia");
        guests.areLetIn("Mia");
        seeEachOther(meeting.patient(), meeting.doctor(), interpreter, daughter);
        assertThat(doctor.locator(".vv-tile [data-part=pin][aria-pressed=true]"))
                .hasCount(2);
        assertThat(tile(doctor, "Ines Soto")).hasAttribute("data-pinned", "yes");
        meeting.doctor().findsThePageSound();
        daughter.findsThePageSound();

        interpreter.page().keyboard().press("Alt+Shift+KeyH");
        for (var listener : List.of(meeting.doctor(), meeting.patient(), daughter)) {
            new Call(listener).says("Ines Soto raises a hand.");
            assertThat(tile(listener.page(), "Ines Soto").locator("[data-part=hand]"))
                    .isVisible();
        }
        new Call(interpreter).says("Your hand is up.");
        tile(doctor, "Ines Soto").locator("[data-part=hand]").press("Enter");
        new Call(interpreter).says("Your hand is down.");

        guests.move("remove", "Mia");
        assertThat(daughter.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("This link does not open a visit");
        daughter.expects("status of 404");
        Awaitility.await("the others to close their connections")
                .pollInSameThread()
                .until(() -> new Call(meeting.doctor()).facts().connections() == 2);
        guests.closesTheDialog();

        guests.move("putBack", "Ines Soto");
        assertThat(interpreter.page().getByText("You are in the waiting room")).isVisible();
        assertThat(statuses(interpreter))
                .as("seat and pass after being put back")
                .containsExactly(403, 403);
        interpreter.expects("status of 403");
        guests.closesTheDialog();
        guests.areLetIn("Ines Soto");
        seeEachOther(meeting.patient(), meeting.doctor(), interpreter);

        meeting.visit().isEndedBy(meeting.doctor());
        interpreter.page().getByText("The visit is over").first().waitFor();
        interpreter.findsThePageSound();
    }

    @Test
    void fivePeopleSeeEachOtherAndTheSixthIsRefusedWithASentence() {
        var meeting = Meeting.of(stage.patient(), stage.doctor());
        var guests = new Guests(stage, meeting);
        var everybody = new ArrayList<>(List.of(meeting.patient(), meeting.doctor()));
        for (var name : List.of("Ana", "Ben", "Cem")) {
            everybody.add(guests.arrives(guests.areInvited("FAMILY", name), name));
            guests.areLetIn(name);
        }
        everybody.stream().filter(person -> person != meeting.doctor()).forEach(GuestsJourneyTest::atASmallWindow);
        seeEachOther(everybody.toArray(Person[]::new));

        var dora = guests.arrives(guests.areInvited("FAMILY", "Dora"), "Dora");
        guests.areLetIn("Dora");

        var page = meeting.doctor().page();
        page.locator("dialog[data-ref=guests][open]")
                .getByText("The call is full: five people can be in it.")
                .waitFor();
        meeting.doctor().expects("status of 409");
        guests.closesTheDialog();
        meeting.doctor().findsThePageSound();
        guests.move("remove", "Ana");
        guests.closesTheDialog();
        guests.areLetIn("Dora");
        var dorasCall = new Call(dora);
        dorasCall.alwaysKeepsThePicture();
        dorasCall.afterFramesOfEach(4, 5);
        meeting.visit().isEndedBy(meeting.doctor());
        everybody.get(2).expects("status of 404");
        // A page may tell how its line was in the very moment in which the visit ends.
        everybody.forEach(person -> person.expects("/quality"));
        dora.expects("/quality");
    }

    /// Five large windows that are painted without a graphics card leave no time for the pictures in them.
    private static void atASmallWindow(Person person) {
        person.page().setViewportSize(480, 480);
    }

    /// Each decodes pictures of each other one.
    private static void seeEachOther(Person... people) {
        var calls = Stream.of(people).map(Call::new).toList();
        calls.forEach(Call::alwaysKeepsThePicture);
        calls.forEach(call -> call.afterFramesOfEach(people.length - 1, 5));
    }

    private static void pins(Page page, String name) {
        var pin = tile(page, name).locator("[data-part=pin]");
        pin.focus();
        page.keyboard().press("Enter");
        assertThat(pin).hasAttribute("aria-pressed", "true");
    }

    private static Locator tile(Page page, String name) {
        return page.locator(".vv-room__tiles > .vv-tile").filter(new Locator.FilterOptions().setHasText(name));
    }

    @SuppressWarnings("unchecked")
    private static List<Integer> statuses(Person person) {
        return (List<Integer>) person.page().evaluate(TAKE_A_SEAT);
    }
}
