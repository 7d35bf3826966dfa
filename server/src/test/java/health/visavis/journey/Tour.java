package health.visavis.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/// Every page and state, once appointments, visits, a conversation and an import have brought the clinic to life.
final class Tour {

    static final String STRANGER = "stranger";
    static final String PATIENT = "patient";
    static final String DOCTOR = "doctor";
    static final String NURSE = "nurse";
    static final String ADMIN = "admin";
    static final String GUEST = "guest";

    private static final String GUEST_OF_WHAT_IS_OVER = GUEST + "-of-what-is-over";

    static final String AN_APP =
            "Mozilla/5.0 (Linux; Android 14; SM-S911B; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0"
                    + " Chrome/125.0 Mobile Safari/537.36 Instagram 335.0";

    private static final String NAMED = "([0-9a-f-]{36})";
    private static final Pattern CLINICIAN = Pattern.compile("clinician=" + NAMED);
    private static final Pattern PATIENTS_CHART = Pattern.compile("/patients/" + NAMED);
    private static final Pattern DESK_PATIENT = Pattern.compile("/patients/" + NAMED + "/appointments/new");
    private static final Pattern PERSON = Pattern.compile("/people/" + NAMED);
    private static final Pattern CONVERSATION = Pattern.compile("/messages/" + NAMED);
    private static final Pattern DOCUMENT = Pattern.compile("/documents/" + NAMED);
    private static final Pattern FREE_TIME = Pattern.compile("name=\"start\" value=\"([^\"]+)\"");
    private static final Pattern TIME = Pattern.compile("<time datetime=\"([^\"]+)\"");

    private final JourneyStage stage;
    private final URI instance;
    private final UUID requested;
    private final UUID waiting;
    private final Meeting over;
    private final Meeting talking;
    private final String guestLink;

    /// Lives through what the stops show: one request open, one patient waiting, one visit over and one going on.
    Tour(JourneyStage stage, URI instance) {
        this.stage = stage;
        this.instance = instance;
        everybodyHasComeIn();
        var patient = arrives(PATIENT);
        var doctor = arrives(DOCTOR);
        this.over = Meeting.of(patient, doctor);
        new Chat(patient).opens();
        new Chat(patient).writes("Thank you, that helped.");
        new Chat(patient).reads("Thank you, that helped.");
        var seenOff = stage.arrives(GUEST, instance, JourneyStage.options());
        Guests.arrives(seenOff, onThisInstance(new Guests(stage, over).areInvited("FAMILY", "Mia")), "Mia");
        stage.remembers(GUEST_OF_WHAT_IS_OVER, seenOff);
        seenOff.leave();
        over.visit().isEndedBy(doctor);
        patient.page().getByText("The visit is over").first().waitFor();
        this.waiting = Appointment.requestedBy(patient, Clinic.DOCTOR);
        Appointment.confirmedBy(doctor, waiting);
        new Visit(waiting).isAwaitedBy(patient);
        this.talking = Meeting.of(arrives(PATIENT), arrives(DOCTOR));
        this.guestLink = onThisInstance(new Guests(stage, talking).areInvited("INTERPRETER", "Agency", List.of("es")));
        var guest = stage.arrives(GUEST, instance, JourneyStage.options());
        Guests.arrives(
                guest, onThisInstance(new Guests(stage, talking).areInvited("CLINICIAN", "Cardiology")), "Dr. Lee");
        stage.remembers(GUEST, guest);
        guest.leave();
        rests();
        // The last of four, so that its time does not pass during the tour.
        this.requested = Appointment.requestedBy(arrives(PATIENT), Clinic.DOCTOR);
    }

    List<Stop> stops() {
        var stops = new ArrayList<Stop>();
        stops.addAll(strangers());
        stops.addAll(patients());
        stops.addAll(doctors());
        stops.addAll(nurses());
        stops.addAll(admins());
        stops.addAll(guests());
        return stops;
    }

    /// The visit goes on without the pages of those who talk, and the machine has two pictures less to draw.
    void rests() {
        talking.patient().page().navigate("about:blank");
        talking.doctor().page().navigate("about:blank");
    }

    private List<Stop> strangers() {
        var signIn = stage.clinic().address() + "/oauth2/authorization/visavis";
        return List.of(
                new Stop(STRANGER, "front", "/"),
                new Stop(STRANGER, "help", "/help"),
                new Stop(STRANGER, "sign-in", signIn),
                new Stop(STRANGER, "sign-in-wrong", signIn, 401, person -> typesAPassword(person, "nobody", "wrong")),
                new Stop(STRANGER, "sign-in-pause", signIn, 429, Tour::guessesAPassword),
                new Stop(STRANGER, "sign-in-code", signIn, this::asksForTheCode),
                new Stop(STRANGER, "sign-in-code-wrong", signIn, 401, this::typesAWrongCode),
                new Stop(STRANGER, "sign-in-recovery", signIn, this::opensTheRecovery),
                new Stop(STRANGER, "sign-in-account", signIn, this::opensTheAccount),
                new Stop(STRANGER, "sign-in-message", signIn, this::opensTheProvidersFront),
                new Stop(STRANGER, "sign-up", invitation()),
                new Stop(STRANGER, "sign-in-failed", "/sign-in/failed"),
                new Stop(STRANGER, "emergency-sign-in", "/emergency-sign-in"),
                new Stop(STRANGER, "emergency-sign-in-wrong", "/emergency-sign-in", 422, Tour::typesACodeThatIsNone),
                new Stop(STRANGER, "sign-in-second-factor", "/sign-in/second-factor", 403),
                new Stop(STRANGER, "sign-in-groups", "/sign-in/groups"),
                new Stop(STRANGER, "signed-out", "/signed-out"),
                new Stop(STRANGER, "session-ended", "/session-ended"),
                new Stop(STRANGER, "mailbox", "/mailbox"),
                new Stop(STRANGER, "mailbox-telephone", "/mailbox/telephone"),
                new Stop(STRANGER, "phone", "/phone"),
                new Stop(STRANGER, "other-browser", "/other-browser"),
                new Stop(STRANGER, "other-browser-in-app", "/other-browser", this::opensTheVisitInsideAnApp),
                new Stop(STRANGER, "proxy-link", "/", stranger -> stranger.opens(proxyLink())),
                new Stop(STRANGER, "proxy-account", "/", this::takesUpALinkWithoutAnAccount),
                new Stop(STRANGER, "proxy-nothing", "/proxy-links/no-such-link", 404),
                new Stop(STRANGER, "problem", "/problems/slot-taken"));
    }

    private List<Stop> patients() {
        var patient = arrives(PATIENT);
        var times = "/appointments/new?clinician=" + found(CLINICIAN, patient.opens("/appointments/new"));
        var reason = times + "&start=" + found(FREE_TIME, patient.opens(times));
        var taken = found(TIME, patient.opens("/appointments/" + requested));
        var conversation = "/messages/" + found(CONVERSATION, patient.opens("/messages"));
        var document = "/record/documents/" + found(DOCUMENT, patient.opens("/record"));
        return List.of(
                new Stop(PATIENT, "start", "/"),
                new Stop(PATIENT, "account-menu", "/help", Tour::opensTheAccountMenu),
                new Stop(PATIENT, "idle-warning", "/help", Tour::isWarned),
                new Stop(PATIENT, "appointments", "/appointments"),
                new Stop(PATIENT, "booking-clinicians", "/appointments/new"),
                new Stop(PATIENT, "booking-times", times),
                new Stop(PATIENT, "booking-reason", reason),
                new Stop(PATIENT, "booking-reason-missing", reason, 422, Tour::sendsTheFormAsItIs),
                new Stop(PATIENT, "booking-taken", times + "&start=" + taken, 409),
                new Stop(PATIENT, "booking-others", reason, 409, person -> asksFor(person, taken)),
                new Stop(PATIENT, "appointment-requested", "/appointments/" + requested),
                new Stop(PATIENT, "appointment-confirmed", "/appointments/" + waiting),
                new Stop(PATIENT, "appointment-took-place", over.visit().appointment()),
                new Stop(PATIENT, "appointment-move", "/appointments/" + requested + "/move"),
                new Stop(PATIENT, "appointment-cancel", "/appointments/" + requested + "/cancellation"),
                new Stop(PATIENT, "device-check", "/visits/" + waiting + "/device-check?again=true"),
                new Stop(PATIENT, "waiting-room", "/visits/" + waiting + "/waiting-room"),
                new Stop(PATIENT, "visit", talking.visit().path("waiting-room"), this::talksToTheDoctor),
                new Stop(PATIENT, "visit-messages", talking.visit().path("waiting-room"), this::writesToTheDoctor),
                new Stop(PATIENT, "visit-captions", talking.visit().path("waiting-room"), this::readsAndTypes),
                new Stop(PATIENT, "visit-more", talking.visit().path("waiting-room"), this::looksForMore),
                new Stop(PATIENT, "visit-devices", talking.visit().path("waiting-room"), this::opensTheDevices),
                new Stop(PATIENT, "visit-left", talking.visit().path("waiting-room"), this::leavesTheVisit),
                new Stop(PATIENT, "visit-over", over.visit().path("waiting-room")),
                new Stop(PATIENT, "visit-telephone", "/visits/" + waiting + "/telephone"),
                new Stop(PATIENT, "visit-telephone-refused", "/visits/" + waiting + "/telephone", 422, Tour::types911),
                new Stop(PATIENT, "visit-place", "/visits/" + waiting + "/place"),
                new Stop(PATIENT, "visit-place-missing", "/visits/" + waiting + "/place", 422, Tour::saysNowhere),
                new Stop(PATIENT, "visit-emergency", talking.visit().path("emergency")),
                new Stop(PATIENT, "survey", over.visit().path("survey")),
                new Stop(PATIENT, "survey-too-early", talking.visit().path("survey")),
                new Stop(PATIENT, "messages", "/messages"),
                new Stop(PATIENT, "messages-one", conversation),
                new Stop(PATIENT, "messages-photo", conversation, Tour::sendsAPhoto),
                new Stop(PATIENT, "messages-file-refused", conversation, Tour::sendsWhatIsRefused),
                new Stop(PATIENT, "messages-new", "/messages/new"),
                new Stop(PATIENT, "record", "/record"),
                new Stop(PATIENT, "record-document", document),
                new Stop(PATIENT, "record-access", "/record/access"),
                new Stop(PATIENT, "record-consents", "/record/consents"),
                new Stop(PATIENT, "record-consent-withdrawal", "/record/consents", Tour::looksAtTakingItBack),
                new Stop(PATIENT, "proxies", "/proxies"),
                new Stop(PATIENT, "proxies-ask", "/proxies/new"),
                new Stop(PATIENT, "proxies-ask-incomplete", "/proxies/new", 422, Tour::sendsTheFormAsItIs),
                new Stop(PATIENT, "proxies-made", "/proxies/new", Tour::asksSomebodyToAct),
                new Stop(PATIENT, "proxy-acceptance", "/", this::opensTheirOwnLink),
                new Stop(PATIENT, "acting", "/acting"),
                new Stop(PATIENT, "settings", "/settings"),
                new Stop(PATIENT, "settings-sessions", "/settings/sessions"),
                new Stop(PATIENT, "invitation", "/invitations/no-such-invitation"),
                new Stop(PATIENT, "no-invitation", "/no-invitation"),
                new Stop(PATIENT, "not-allowed", "/audit", 403),
                new Stop(PATIENT, "nothing-here", "/appointments/" + UUID.randomUUID(), 404));
    }

    private List<Stop> doctors() {
        var doctor = arrives(DOCTOR);
        var chart = "/patients/" + found(PATIENTS_CHART, doctor.opens("/patients"));
        var document = chart + "/documents/" + found(DOCUMENT, doctor.opens(chart));
        return List.of(
                new Stop(DOCTOR, "start", "/"),
                new Stop(DOCTOR, "agenda", "/agenda"),
                new Stop(DOCTOR, "agenda-empty", "/agenda?day=2027-12-24"),
                new Stop(DOCTOR, "hours", "/agenda/hours"),
                new Stop(DOCTOR, "appointment-requested", "/appointments/" + requested),
                new Stop(DOCTOR, "appointment-confirmed", "/appointments/" + waiting),
                new Stop(DOCTOR, "appointment-decline", "/appointments/" + requested + "/refusal"),
                new Stop(
                        DOCTOR,
                        "appointment-decline-missing",
                        "/appointments/" + requested + "/refusal",
                        422,
                        Tour::sendsTheFormAsItIs),
                new Stop(DOCTOR, "appointment-cancel", "/appointments/" + waiting + "/cancellation"),
                new Stop(DOCTOR, "appointment-move", "/appointments/" + waiting + "/move"),
                new Stop(DOCTOR, "waiting-room", "/waiting-room"),
                new Stop(DOCTOR, "visit-patient-waits", "/visits/" + waiting + "/call"),
                new Stop(DOCTOR, "visit", talking.visit().path("call"), this::talksToThePatient),
                new Stop(DOCTOR, "visit-chart", talking.visit().path("call"), this::opensTheSide),
                new Stop(DOCTOR, "visit-more", talking.visit().path("call"), this::looksForMoreToDo),
                new Stop(DOCTOR, "visit-ending", talking.visit().path("call"), this::asksToEnd),
                new Stop(DOCTOR, "visit-phones", talking.visit().path("call"), this::opensTheTelephone),
                new Stop(DOCTOR, "visit-asks-emergency", talking.visit().path("call"), this::asksForEmergency),
                new Stop(DOCTOR, "visit-telephone", "/visits/" + waiting + "/telephone"),
                new Stop(DOCTOR, "visit-emergency", "/visits/" + waiting + "/emergency", Tour::raisesTheEmergency),
                new Stop(DOCTOR, "visit-emergency-over", over.visit().path("emergency")),
                new Stop(DOCTOR, "visit-over", over.visit().path("call")),
                new Stop(DOCTOR, "visit-line", over.visit().path("quality"), Tour::unfolds),
                new Stop(DOCTOR, "recordings", over.visit().path("recordings")),
                new Stop(DOCTOR, "patients", "/patients"),
                new Stop(DOCTOR, "patients-none", "/patients", Tour::searchesForNobody),
                new Stop(DOCTOR, "chart", chart),
                new Stop(DOCTOR, "chart-messages", chart + "/messages"),
                new Stop(DOCTOR, "emergency-access", "/emergency-access"),
                new Stop(DOCTOR, "chart-document", document),
                new Stop(DOCTOR, "messages", "/messages"),
                new Stop(DOCTOR, "messages-new", "/messages/new"));
    }

    private List<Stop> nurses() {
        var nurse = arrives(NURSE);
        var patient = "/patients/" + found(DESK_PATIENT, nurse.opens("/front-desk"));
        var clinicians = patient + "/appointments/new";
        var times = clinicians + "?clinician=" + found(CLINICIAN, nurse.opens(clinicians));
        var reason = times + "&start=" + found(FREE_TIME, nurse.opens(times));
        var taken = found(TIME, nurse.opens("/appointments/" + requested));
        return List.of(
                new Stop(NURSE, "start", "/"),
                new Stop(NURSE, "agenda", "/agenda"),
                new Stop(NURSE, "patients", "/patients"),
                new Stop(NURSE, "messages", "/messages"),
                new Stop(NURSE, "front-desk", "/front-desk"),
                new Stop(NURSE, "front-desk-clinicians", clinicians),
                new Stop(NURSE, "front-desk-times", times),
                new Stop(NURSE, "front-desk-reason", reason),
                new Stop(NURSE, "front-desk-others", reason, 409, person -> asksFor(person, taken)),
                new Stop(NURSE, "proxies-of-patient", patient + "/proxies"),
                new Stop(NURSE, "proxies-registered", patient + "/proxies/new", Tour::asksSomebodyToAct),
                new Stop(NURSE, "visit-telephone", "/visits/" + waiting + "/telephone"),
                new Stop(NURSE, "visit-emergency", "/visits/" + waiting + "/emergency"),
                new Stop(NURSE, "waiting-room", "/waiting-room"));
    }

    private List<Stop> admins() {
        return List.of(
                new Stop(ADMIN, "start", "/"),
                new Stop(ADMIN, "people", "/people"),
                new Stop(
                        ADMIN,
                        "people-one",
                        "/people/" + found(PERSON, arrives(ADMIN).opens("/people"))),
                new Stop(ADMIN, "people-invited", "/people/new", this::invitesANurse),
                new Stop(ADMIN, "people-invite-staff", "/people/new"),
                new Stop(ADMIN, "people-invite-patient", "/people/patients/new"),
                new Stop(ADMIN, "people-find", "/people/find"),
                new Stop(ADMIN, "calls", "/calls"),
                new Stop(ADMIN, "calls-none", "/calls?from=2020-01-01&to=2020-01-02"),
                new Stop(ADMIN, "surveys", "/surveys"),
                new Stop(ADMIN, "audit", "/audit"),
                new Stop(ADMIN, "audit-accesses", "/audit/accesses"),
                new Stop(ADMIN, "audit-accesses-none", "/audit/accesses?from=2020-01-01&to=2020-01-02"),
                new Stop(ADMIN, "audit-unusual", "/audit/unusual"),
                new Stop(ADMIN, "audit-alarms", "/audit/alarms"),
                new Stop(ADMIN, "audit-emergencies", "/audit/emergencies"),
                new Stop(ADMIN, "audit-questions", "/audit/questions"),
                new Stop(ADMIN, "audit-simulation", "/audit/simulation"),
                new Stop(ADMIN, "audit-simulation-answer", "/audit/simulation", Tour::triesAccessOut),
                new Stop(ADMIN, "audit-none", "/audit?from=2020-01-01&to=2020-01-02"),
                new Stop(ADMIN, "keys", "/keys"),
                new Stop(ADMIN, "keys-asked", "/keys", Tour::asksToTurnTheKey),
                new Stop(ADMIN, "imports", "/imports", Tour::unfolds));
    }

    private static void typesACodeThatIsNone(Person somebody) {
        somebody.page().locator("#number").fill("1");
        somebody.page().locator("#code").fill("00000-00000-00000-00000-00000");
        somebody.page()
                .locator("form[action='/emergency-sign-in'] button[type=submit]")
                .click();
        somebody.page().locator(".vv-field--wrong").waitFor();
    }

    /// The tour may have come this way before: then it is asked already.
    private static void asksToTurnTheKey(Person admin) {
        var page = admin.page();
        if (page.locator("#open + .vv-card").count() == 0) {
            page.locator("form[action='/keys/rotation'] input[name=reason]").fill("The yearly turn");
            page.locator("form[action='/keys/rotation'] button").click();
        }
        page.locator("#open + .vv-card").waitFor();
    }

    /// The tour may have come this way before: then the patient has agreed already.
    private static void looksAtTakingItBack(Person patient) {
        var page = patient.page();
        var withdrawal = page.locator("a[href$='/withdrawal']");
        if (withdrawal.count() == 0) {
            page.locator("input[name=recipients][value=all]").check();
            page.locator("input[name=period][value=ONE_YEAR]").check();
            page.locator("#agreed").check();
            page.locator("form[action='/record/consents'] button[type=submit]").click();
            withdrawal.first().waitFor();
        }
        withdrawal.first().click();
        page.locator("form[action$='/withdrawal'] button").waitFor();
    }

    private static void triesAccessOut(Person admin) {
        var page = admin.page();
        page.locator("#personName").fill(Clinic.DOCTOR.replaceAll(".* ", ""));
        page.locator("#patientName").fill("a");
        page.locator("#act").selectOption("read-chart");
        page.locator("form[role=search] button[type=submit]").click();
        page.locator("input[name=person]").first().check();
        page.locator("input[name=patient]").first().check();
        page.locator("form:has(input[name=patient]) button[type=submit]").click();
        page.locator("#answer").waitFor();
    }

    private List<Stop> guests() {
        var room = talking.visit().path("guest/room");
        return List.of(
                new Stop(STRANGER, "join", guestLink),
                new Stop(STRANGER, "join-name-missing", guestLink, 422, Tour::sendsTheFormAsItIs),
                new Stop(STRANGER, "join-nothing", "/join/no-such-link", 404),
                new Stop(DOCTOR, "guests", talking.visit().path("guests")),
                new Stop(DOCTOR, "guests-none", "/visits/" + waiting + "/guests", Tour::withdrawsEveryInvitation),
                new Stop(DOCTOR, "guests-invite-missing", "/visits/" + waiting + "/guests", 422, Tour::invitesNobody),
                new Stop(DOCTOR, "guests-invited", "/visits/" + waiting + "/guests", Tour::invitesADaughter),
                new Stop(DOCTOR, "visit-guests", talking.visit().path("call"), this::looksAtTheGuests),
                new Stop(GUEST, "device-check", talking.visit().path("guest/device-check?again=true")),
                new Stop(GUEST, "waiting-room", room, this::isPutBack),
                new Stop(GUEST, "visit", room, this::isLetIn),
                new Stop(GUEST_OF_WHAT_IS_OVER, "visit-over", over.visit().path("guest/room")));
    }

    private String onThisInstance(String link) {
        return instance.resolve(URI.create(link).getPath()).toString();
    }

    /// The tour may have come this way before: then somebody is invited, and the form is folded.
    private static void invitesNobody(Person doctor) {
        unfolds(doctor);
        sendsAsItIs(doctor, "form[data-invite]");
    }

    /// The tour may have come this way before, in the other language.
    private static void withdrawsEveryInvitation(Person doctor) {
        var page = doctor.page();
        var withdraw = page.locator("form[data-move=withdraw] button");
        while (withdraw.count() > 0) {
            withdraw.first().click();
            page.waitForLoadState();
        }
        page.locator("main .vv-soft").first().waitFor();
    }

    private static void invitesADaughter(Person doctor) {
        var page = doctor.page();
        page.locator("details[open], summary").first().waitFor();
        unfolds(doctor);
        page.locator("input[name=kind][value=FAMILY]").check();
        page.locator("#guestName").fill(in(page, "Her daughter", "Su hija"));
        page.locator("#email").fill("daughter@example.org");
        page.locator("form[data-invite] button[type=submit]").click();
        page.locator("#guest-link").waitFor();
    }

    private void looksAtTheGuests(Person doctor) {
        talksToThePatient(doctor);
        doctor.page().locator("button[data-do=guests]:visible").click();
        doctor.page().locator("dialog[data-ref=guests][open] li").first().waitFor();
    }

    /// The tour may have come this way before.
    private void isPutBack(Person guest) {
        var back =
                talking.doctor().opens(talking.visit().path("guests")).page().locator("form[data-move=putBack] button");
        if (back.count() > 0) {
            back.first().click();
            guest.page().reload();
            // Numbers of the line may have been on their way.
            guest.expects("/quality");
        }
        guest.page().locator("[data-module=call][data-status=arrived]").waitFor();
    }

    private void isLetIn(Person guest) {
        talking.doctor().opens(talking.visit().path("call"));
        if ("arrived".equals(guest.page().locator("[data-module=call]").getAttribute("data-status"))) {
            var admit = talking.doctor().page().locator("[data-ref=guestsWaiting] button");
            admit.first().click();
        }
        new Call(guest).afterFrames(1);
    }

    private Person arrives(String who) {
        return stage.signedIn(who, instance);
    }

    private void everybodyHasComeIn() {
        var admin = arrives(ADMIN);
        Awaitility.await("the import of the demo's people")
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofSeconds(1))
                .pollInSameThread()
                .until(() -> admin.opens("/imports")
                                .page()
                                .locator("main .vv-badge--success")
                                .count()
                        > 0);
    }

    private void invitesANurse(Person admin) {
        var page = admin.page();
        page.locator("#given").fill("Nora");
        page.locator("#family").fill("Nightingale");
        page.locator("#email").fill("nora." + UUID.randomUUID() + "@example.org");
        page.locator("#role-NURSE").check();
        page.getByLabel(Clinic.DOCTOR).check();
        page.locator("form[action='/people'] button[type=submit]").click();
        page.locator("#link").waitFor();
    }

    private String invitation() {
        var admin = arrives(ADMIN).opens("/people/new");
        invitesANurse(admin);
        return admin.page().locator("#link").inputValue();
    }

    private void opensTheVisitInsideAnApp(Person person) {
        person.page().setExtraHTTPHeaders(Map.of("User-Agent", AN_APP));
        person.opens(over.visit().path("device-check"));
        person.page().locator("[data-copy]").waitFor();
    }

    private void asksForTheCode(Person person) {
        typesAPassword(person, NURSE, stage.clinic().secret("accounts.password"));
        person.page().locator("input[name=code]").waitFor();
    }

    private void typesAWrongCode(Person person) {
        asksForTheCode(person);
        person.page().locator("input[name=code]").fill("12");
        person.page().locator("form:has(input[name=code]) button[type=submit]").click();
        person.page().locator("[aria-invalid=true]").waitFor();
    }

    private void opensTheRecovery(Person person) {
        asksForTheCode(person);
        person.page().locator("a[href='/sign-in/recovery']").click();
        person.page().locator("form[action='/sign-in/recovery']").waitFor();
    }

    private void opensTheAccount(Person person) {
        var page = person.page();
        var account = URI.create(page.url()).resolve("/account").toString();
        typesAPassword(person, PATIENT, stage.clinic().secret("accounts.password"));
        page.waitForURL(stage.clinic().address() + "/**");
        page.navigate(account);
        page.locator("form[action='/account/recovery-codes'] button").click();
        page.locator(".vv-local__recovery").waitFor();
    }

    private void opensTheProvidersFront(Person person) {
        person.page().navigate(URI.create(person.page().url()).resolve("/").toString());
    }

    private void talksToTheDoctor(Person patient) {
        talking.doctor().opens(talking.visit().path("call"));
        new Call(patient).afterFrames(1);
    }

    private void writesToTheDoctor(Person patient) {
        talksToTheDoctor(patient);
        new Chat(patient).opens();
    }

    private void readsAndTypes(Person patient) {
        talksToTheDoctor(patient);
        var words = new Words(patient);
        words.opens();
        words.types(in(patient.page(), "I cannot hear you well.", "No le oigo bien."));
        words.finishesTheLine();
        words.asksForCaptions();
        patient.page().locator("[data-ref=wordsState]:visible").waitFor();
    }

    private void looksForMore(Person patient) {
        talksToTheDoctor(patient);
        opensMore(patient);
    }

    private void looksForMoreToDo(Person doctor) {
        talksToThePatient(doctor);
        opensMore(doctor);
    }

    private static void opensMore(Person person) {
        person.page().locator("button[popovertarget=room-more]").click();
        person.page().locator("#room-more button:visible").first().waitFor();
    }

    private void opensTheDevices(Person patient) {
        talksToTheDoctor(patient);
        new Call(patient).presses("devices");
        patient.page().locator("dialog[data-ref=devices][open]").waitFor();
    }

    private static void sendsAPhoto(Person patient) {
        var chat = new Chat(patient);
        var name = in(patient.page(), "left arm.jpg", "brazo izquierdo.jpg");
        chat.sendsAPhoto(name, in(patient.page(), "It itches since Monday", "Me pica desde el lunes"));
        chat.sees(name);
    }

    /// The browser itself complains about the answer.
    private static void sendsWhatIsRefused(Person patient) {
        new Chat(patient).isToldAbout("scan.bin", new byte[0]);
        patient.expects("422");
    }

    private void leavesTheVisit(Person patient) {
        talksToTheDoctor(patient);
        patient.page().locator("button[data-do=leave]:visible").first().click();
        patient.page().locator("button[data-do=rejoin]:visible").waitFor();
    }

    private void talksToThePatient(Person doctor) {
        talking.patient().opens(talking.visit().path("waiting-room"));
        new Call(doctor).afterFrames(1);
    }

    private void opensTheSide(Person doctor) {
        talksToThePatient(doctor);
        doctor.page().locator("button[data-do=side]:visible").click();
        doctor.page().locator(".vv-room__side .vv-chart-lines").first().waitFor();
    }

    private void asksToEnd(Person doctor) {
        talksToThePatient(doctor);
        doctor.page().locator("button[data-do=askEnd]:visible").first().click();
        doctor.page().locator("dialog[data-ref=ending][open]").waitFor();
    }

    private void opensTheTelephone(Person doctor) {
        talksToThePatient(doctor);
        new Call(doctor).presses("telephone");
        doctor.page().locator("dialog[data-ref=telephone] form").first().waitFor();
    }

    private void asksForEmergency(Person doctor) {
        talksToThePatient(doctor);
        doctor.page().locator("button[data-do=emergency]:visible").first().click();
        doctor.page().locator("dialog[data-ref=emergency] .vv-emergency").waitFor();
    }

    private static void raisesTheEmergency(Person doctor) {
        var ask = doctor.page().locator("main .vv-emergency form button");
        if (ask.count() > 0) {
            ask.click();
        }
        doctor.page().locator(".vv-emergency__steps").waitFor();
    }

    private static void saysNowhere(Person patient) {
        patient.page().locator("#address").fill("");
        sendsTheFormAsItIs(patient);
    }

    private static void types911(Person patient) {
        patient.page().locator("#number").fill("911");
        patient.page().locator("main form[action$='/mode'] button").click();
        patient.page().locator("main [aria-invalid=true]").waitFor();
    }

    private static void typesAPassword(Person person, String name, String password) {
        var page = person.page();
        page.locator("input[name=name]").fill(name);
        page.locator("input[name=password]").fill(password);
        page.locator("form:has(input[name=password]) button[type=submit]").click();
        page.waitForLoadState();
    }

    /// Five times beside the page, then in it.
    private static void guessesAPassword(Person person) {
        var page = person.page();
        var guess = FormData.create()
                .set("_csrf", page.locator("input[name=_csrf]").first().inputValue())
                .set("name", "somebody-else")
                .set("password", "wrong");
        for (var tries = 0; tries < 5; tries++) {
            page.request().post(page.url(), RequestOptions.create().setForm(guess));
        }
        typesAPassword(person, "somebody-else", "wrong");
        page.locator("[role=alert] >> visible=true").waitFor();
    }

    private static void opensTheAccountMenu(Person person) {
        person.page().locator("summary.vv-account__open").click();
    }

    private static void isWarned(Person person) {
        person.page().evaluate("""
            () => {
              const dialog = document.querySelector('#idle');
              dialog.querySelector('[data-left]').textContent = '1:59';
              dialog.showModal();
            }
            """);
    }

    private static void sendsTheFormAsItIs(Person person) {
        sendsAsItIs(person, "main form[method=post]");
    }

    private static void sendsAsItIs(Person person, String form) {
        var page = person.page();
        page.evaluate("document.querySelectorAll('main [required]').forEach((field) => { field.required = false; })");
        page.locator(form + " button[type=submit]").first().click();
        page.locator(".vv-main [aria-invalid=true], .vv-main [role=alert]")
                .first()
                .waitFor();
    }

    /// Somebody was quicker: the time was free when the page was drawn.
    private static void asksFor(Person person, String start) {
        var page = person.page();
        page.getByRole(com.microsoft.playwright.options.AriaRole.TEXTBOX)
                .fill(in(page, "A cough since Monday", "Tos desde el lunes"));
        page.evaluate("start => { document.querySelector('main input[name=start]').value = start; }", start);
        page.locator("main form[method=post] button[type=submit]").click();
        page.locator("main [role=alert]").first().waitFor();
    }

    private static void searchesForNobody(Person person) {
        person.page().locator("main input[name=name]").fill(in(person.page(), "Nobody at all", "Nadie conocido"));
        person.page()
                .locator("main form[action='/patients'] button[type=submit]")
                .click();
        person.page().locator(".vv-empty").waitFor();
    }

    /// People write in the language they read.
    private static String in(Page page, String english, String spanish) {
        return "es".equals(page.locator("html").getAttribute("lang")) ? spanish : english;
    }

    private static void unfolds(Person person) {
        person.page().evaluate("document.querySelectorAll('main details').forEach((each) => { each.open = true; })");
    }

    private static String found(Pattern pattern, Person where) {
        Page page = where.page();
        var match = pattern.matcher(page.content());
        if (!match.find()) {
            throw new AssertionError("Nothing like " + pattern + " at " + page.url());
        }
        return match.group(1);
    }

    /// The path of a new link. Those before are taken back: there is an end to how many may wait.
    private String proxyLink() {
        var page = arrives(PATIENT).opens("/proxies").page();
        var takeBack = page.locator("form[action$='/withdrawal'] button");
        while (takeBack.count() > 0) {
            takeBack.first().click();
            page.waitForLoadState();
        }
        var patient = arrives(PATIENT).opens("/proxies/new");
        asksSomebodyToAct(patient);
        return URI.create(patient.page().locator("#link").inputValue()).getPath();
    }

    private static void asksSomebodyToAct(Person person) {
        var page = person.page();
        page.locator("#given").fill("Ana");
        page.locator("#family").fill("Lopez");
        for (var choice :
                List.of("name=relationship][value=DAUGHTER", "name=scope][value=RECORD", "name=months][value='1'")) {
            page.locator("input[" + choice + "]")
                    .check(new com.microsoft.playwright.Locator.CheckOptions().setForce(true));
        }
        page.locator("form[action$='/proxies'] button[type=submit]").click();
        page.waitForLoadState();
    }

    private void takesUpALinkWithoutAnAccount(Person stranger) {
        stranger.opens(proxyLink());
        stranger.page().locator("form[action$='/account'] button").click();
        stranger.page().waitForLoadState();
    }

    private void opensTheirOwnLink(Person patient) {
        patient.opens(proxyLink() + "/acceptance");
    }
}
