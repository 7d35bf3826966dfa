package health.visavis.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import health.visavis.journey.Canary.Field;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// What a [Canary] does and what is done for them, from signing in to signing out, and what others get to see
/// meanwhile who are not their care team.
final class CanaryLife {

    private static final String IN_THE_CAGE = "nothing but a sign that this device is looked at";

    private static final String LEFT_ON_THE_DEVICE = """
        async (sign) => {
          localStorage.setItem('cage', sign);
          const left = { local: { ...localStorage }, session: { ...sessionStorage }, cookies: document.cookie };
          localStorage.clear();
          Object.assign(left, { state: history.state, name: window.name, databases: {}, caches: {} });
          const answer = (request) => new Promise((yes, no) => {
            request.onsuccess = () => yes(request.result);
            request.onerror = () => no(request.error);
          });
          for (const { name } of await indexedDB.databases()) {
            const database = await answer(indexedDB.open(name));
            for (const store of database.objectStoreNames) {
              const all = database.transaction(store).objectStore(store).getAll();
              left.databases[`${name} ${store}`] = await answer(all);
            }
          }
          for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            for (const request of await cache.keys()) {
              left.caches[`${name} ${request.url}`] = await (await cache.match(request)).text();
            }
          }
          return JSON.stringify(left);
        }
        """;

    private static final List<String> REPORTS = List.of(
            "/audit",
            "/audit/accesses",
            "/audit/accesses.csv",
            "/audit/unusual",
            "/audit/unusual.csv",
            "/audit/alarms",
            "/audit/questions",
            "/calls",
            "/calls.csv",
            "/calls.ndjson",
            "/surveys",
            "/imports");

    private final JourneyStage stage;
    private final Canary canary;
    private final Person patient;
    private final Person doctor;
    private final Person other;
    private final Person admin;
    private final Watched watched;
    private final List<Sink.Piece> refusals = new ArrayList<>();
    private final List<Sink.Piece> othersPages = new ArrayList<>();
    private final List<Sink.Piece> ownFile = new ArrayList<>();

    CanaryLife(JourneyStage stage, Canary canary) {
        this.stage = stage;
        this.canary = canary;
        this.patient = arrives("patient");
        this.other = arrives("another-patient");
        this.doctor = stage.doctor();
        this.admin = stage.admin();
        this.watched = new Watched(patient, other, doctor, admin);
    }

    void isLived() {
        new SignIn(patient, stage.clinic()).as("patient");
        anotherPatientComes();
        var visit = aVisit();
        saysHowItWas(visit);
        readsTheRecord();
        isLookedUpByTheDoctor();
        isPutOnWatch();
        isRefused(visit);
        ownFile.add(answer(patient, "/record/access/file", 200));
        for (var path :
                List.of("/", "/appointments", "/messages", "/record", "/record/access", "/record/access/file")) {
            othersPages.add(answer(other, path, 200));
        }
    }

    Watched watched() {
        return watched;
    }

    /// What people got to see, and what their browsers left behind; ends with signing out.
    List<Sink> sinks() {
        var reports = REPORTS.stream().map(path -> answer(admin, path, 200)).toList();
        patient.opens("/record");
        patient.signsOut();
        var device = (String) patient.page().evaluate(LEFT_ON_THE_DEVICE, IN_THE_CAGE);
        patient.page().goBack();
        return List.of(
                new Sink("refusals", "Visavis", refusals),
                new Sink("another patient's pages", "Kai Mann", othersPages),
                new Sink("own file", "Kai Mann", ownFile),
                new Sink("reports", "Kai Mann", reports),
                new Sink(
                        "device",
                        IN_THE_CAGE,
                        List.of(
                                Sink.Piece.of("storage", device),
                                Sink.Piece.of(
                                        "cookies", patient.page().context().storageState()),
                                Sink.Piece.of("page before", patient.page().content()))),
                Sink.of("browsers", "/signed-out", watched.seen()));
    }

    Person patient() {
        return patient;
    }

    private Person arrives(String name) {
        return stage.arrives(name, stage.clinic().address(), JourneyStage.options());
    }

    private String word(Field field) {
        return canary.word(field);
    }

    private void anotherPatientComes() {
        var form = admin.opens("/people/patients/new").page();
        form.locator("#given").fill(word(Field.OTHERS_GIVEN));
        form.locator("#family").fill(word(Field.OTHERS_FAMILY));
        form.locator("#email").fill(word(Field.OTHERS_EMAIL) + "@example.org");
        form.locator("input[name=bornMonth]").fill("5");
        form.locator("input[name=bornDay]").fill("17");
        form.locator("input[name=bornYear]").fill("1990");
        form.locator("input[name=gender]").first().check();
        form.locator("form[action='/people/patients'] button[type=submit]").click();
        var page = other.page();
        page.navigate(form.locator("#link").inputValue());
        page.locator("#name").fill("another-patient");
        page.locator("#password").fill("a few words to remember");
        page.locator("form[action^='/sign-up/'] button").click();
        page.waitForURL(url -> url.contains("/invitations/"));
        page.locator("form[action^='/invitations/'] button").click();
        page.getByText("Your sign-in is linked").waitFor();
        Appointment.requestedBy(other, Clinic.DOCTOR, word(Field.OTHERS_REASON));
    }

    private Visit aVisit() {
        patient.page().addInitScript(Words.NO_CHANNEL_FOR_WORDS);
        doctor.page().addInitScript(Words.NO_CHANNEL_FOR_WORDS);
        doctor.page().addInitScript(Words.A_DEVICE_THAT_HEARS);
        var appointment = Appointment.requestedBy(patient, Clinic.DOCTOR, word(Field.REASON));
        Appointment.confirmedBy(doctor, appointment);
        var visit = new Visit(appointment);
        visit.isAwaitedBy(patient);
        saysWhereTheyAre(visit);
        patient.opens(visit.path("waiting-room"));
        visit.isBegunBy(doctor);
        var meeting = new Meeting(patient, doctor, visit);
        meeting.bothSeeEachOther();
        theyType();
        theyWrite();
        new Guests(stage, meeting).areInvited("FAMILY", word(Field.GUEST));
        visit.isEndedBy(doctor);
        patient.page().getByText("The visit is over").first().waitFor();
        return visit;
    }

    private void saysWhereTheyAre(Visit visit) {
        var page = patient.opens(visit.path("place")).page();
        page.locator("#address").fill("1 " + word(Field.PLACE));
        page.locator("#state").fill("Massachusetts");
        page.locator("#contact").fill(word(Field.CONTACT_NEARBY));
        page.locator("#phone").fill(word(Field.CONTACTS_PHONE));
        page.locator("form[action$='/place'] button[type=submit]").click();
        page.waitForURL(url -> !url.endsWith("/place"));
    }

    private void theyType() {
        var reader = new Words(patient);
        reader.opens();
        reader.types(word(Field.TYPED_IN_VISIT));
        new Words(doctor).reads(word(Field.TYPED_IN_VISIT));
        reader.finishesTheLine();
        reader.asksForCaptions();
        doctor.page().waitForFunction("() => window.heardOnTheDevice !== undefined");
        doctor.page().evaluate("words => window.heardOnTheDevice(words, true)", word(Field.CAPTION));
        reader.reads(word(Field.CAPTION));
    }

    private void theyWrite() {
        var chat = new Chat(patient);
        chat.opens();
        chat.writes(word(Field.CHAT));
        chat.reads(word(Field.CHAT));
        chat.sendsAText(word(Field.FILE_NAME) + ".txt", word(Field.FILE_CONTENT));
        var answer = new Chat(doctor);
        answer.opens();
        answer.reads(word(Field.FILE_NAME));
        var link = doctor.page().locator(".vv-chat__file a[href]").last().getAttribute("href");
        assertThat(doctor.page()
                        .request()
                        .get(doctor.address().resolve(link).toString())
                        .text())
                .contains(word(Field.FILE_CONTENT));
    }

    private void saysHowItWas(Visit visit) {
        var page = patient.opens(visit.path("survey")).page();
        page.getByLabel("With some trouble").check();
        page.getByLabel("Yes").check();
        page.getByRole(AriaRole.TEXTBOX).fill(word(Field.SURVEY));
        page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Send")).click();
        page.getByText("Your answer is saved").waitFor();
    }

    /// The canary sings: what is looked for elsewhere is where it belongs.
    private void readsTheRecord() {
        var record = patient.opens("/record").page().content();
        assertThat(record)
                .contains(
                        word(Field.CONDITION),
                        word(Field.ALLERGY),
                        word(Field.MEDICATION),
                        word(Field.DOSAGE),
                        word(Field.MEASUREMENT));
        var document =
                patient.page().locator("a[href^='/record/documents/']").first().getAttribute("href");
        assertThat(patient.opens(document).page().content()).contains(word(Field.DOCUMENT));
    }

    private void isLookedUpByTheDoctor() {
        for (var name : List.of(word(Field.SOUGHT), word(Field.FAMILY))) {
            var page = doctor.opens("/patients").page();
            page.locator("main input[name=name]").fill(name);
            page.locator("main form[action='/patients'] button[type=submit]").click();
            page.waitForLoadState();
        }
        var found = doctor.page().getByText(word(Field.FAMILY)).first();
        found.click();
        doctor.page().getByText(word(Field.CONDITION)).first().waitFor();
    }

    /// So that what the doctor looked at is among the unusual at every hour of the day.
    private void isPutOnWatch() {
        var page = admin.opens("/audit/accesses").page();
        page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(word(Field.FAMILY)))
                .first()
                .click();
        page.locator("form[action='/audit/watched'] button").click();
        page.getByText("The patient is on watch.").waitFor();
    }

    private void isRefused(Visit visit) {
        var typed = word(Field.IN_ADDRESS);
        for (var path : List.of(
                "/" + typed,
                "/appointments/" + typed,
                "/problems/" + typed,
                "/join/" + typed,
                "/appointments/" + UUID.randomUUID() + "?" + typed)) {
            refusals.add(answer(patient, path, 404));
        }
        refusals.add(answer(patient, "/audit?action=" + typed, 403));
        refusals.add(answer(patient, "/appointments/new?clinician=" + typed, 400));
        var times = patient.opens("/appointments/new").page();
        times.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(Clinic.DOCTOR))
                .click();
        times.waitForURL(url -> url.contains("clinician="));
        var address = times.url();
        var taken = patient.opens(visit.appointment())
                .page()
                .locator("main time")
                .first()
                .getAttribute("datetime");
        refusals.add(answer(patient, address + "&start=" + URLEncoder.encode(taken, StandardCharsets.UTF_8), 409));
        var csrf = times.locator("input[name=_csrf]").first().inputValue();
        var bad = word(Field.REFUSED);
        var form = FormData.create()
                .set("_csrf", csrf)
                .set("clinician", bad)
                .set("start", bad)
                .set("reason", bad);
        refusals.add(posted("/appointments", RequestOptions.create().setForm(form), 400));
        refusals.add(posted(
                "/appointments",
                RequestOptions.create().setForm(FormData.create().set("reason", bad)),
                403));
        refusals.add(posted(
                "/api/visits/" + UUID.randomUUID() + "/quality",
                RequestOptions.create()
                        .setHeader("Content-Type", "application/json")
                        .setData("{\"" + bad),
                403));
    }

    private Sink.Piece posted(String path, RequestOptions options, int status) {
        var answer =
                patient.page().request().post(patient.address().resolve(path).toString(), options);
        assertThat(answer.status()).as(path).isEqualTo(status);
        return Sink.Piece.of("POST " + path, answer.headers() + "\n" + answer.text());
    }

    private static Sink.Piece answer(Person person, String path, int status) {
        var answer = person.page().request().get(person.address().resolve(path).toString());
        assertThat(answer.status()).as(path).isEqualTo(status);
        return Sink.Piece.of(path, answer.headers() + "\n" + answer.text());
    }
}
