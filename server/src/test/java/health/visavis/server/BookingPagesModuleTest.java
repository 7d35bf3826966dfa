package health.visavis.server;

import static health.visavis.server.ServerTestConfiguration.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import health.visavis.access.Actor;
import health.visavis.kernel.Requirement;
import health.visavis.kernel.TimeSlot;
import health.visavis.people.PeopleFixtures;
import health.visavis.scheduling.AppointmentState;
import health.visavis.scheduling.AppointmentSummary;
import health.visavis.scheduling.Scheduling;
import health.visavis.scheduling.SchedulingFixtures;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// Booking as a browser without script and a mobile client see it.
@ServerTest
@Requirement("APP-03")
class BookingPagesModuleTest {

    private static final String REASON = "My knee hurts since Tuesday";

    @Autowired
    MockMvc browser;

    @Autowired
    PeopleFixtures people;

    @Autowired
    SchedulingFixtures scheduling;

    @Autowired
    Scheduling lookups;

    private Actor patient;
    private Actor doctor;
    private TimeSlot slot;

    @BeforeEach
    void aPatientAndADoctorWithHours() {
        patient = people.patient();
        doctor = scheduling.doctorWithHours();
        slot = scheduling.freeTimes(doctor).get(10);
    }

    @Test
    void aPatientBooksInThreePagesAndTheDoctorConfirms() throws Exception {
        assertThat(page(patient, "/appointments/new")).contains("/appointments/new?clinician=" + clinician());
        assertThat(page(patient, "/appointments/new?clinician=" + clinician())).contains("name=\"start\"");
        var reasonPage = page(patient, "/appointments/new?clinician=" + clinician() + "&start=" + slot.start());
        var request = reasonPage.replaceAll("(?s).*name=\"request\" value=\"([^\"]+)\".*", "$1");

        var booked = send(patient, book(UUID.fromString(request), slot, REASON));
        assertThat(booked.getStatus()).isEqualTo(303);
        var address = Objects.requireNonNull(booked.getHeader("Location"));
        assertThat(page(patient, address)).contains(REASON).contains("Waiting for confirmation");
        assertThat(send(patient, book(UUID.fromString(request), slot, REASON)).getHeader("Location"))
                .isEqualTo(address);

        assertThat(page(doctor, "/agenda")).contains(address + "/confirmation");
        assertThat(page(doctor, address)).contains(REASON).contains(address + "/refusal");
        var confirmed = send(doctor, post(address + "/confirmation").param("version", "0"));
        assertThat(confirmed.getHeader("Location")).isEqualTo(address);
        assertThat(page(patient, "/appointments")).contains(address).contains("Confirmed");
    }

    @Test
    void aTakenTimeShowsOthersAndKeepsWhatWasTyped() throws Exception {
        scheduling.requestedBy(people.patient(), doctor, slot);

        var answer = send(patient, book(UUID.randomUUID(), slot, REASON));

        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(answer.getContentAsString())
                .contains(REASON)
                .contains("name=\"start\"")
                .contains("Sorry");
        assertThat(answer.getHeader("Cache-Control")).contains("no-store");
    }

    @Test
    void aReasonThatIsMissingOrTooLongIsSaidBesideTheField() throws Exception {
        for (var reason : new String[] {"  ", "x".repeat(1_001)}) {
            var answer = send(patient, book(UUID.randomUUID(), slot, reason));
            assertThat(answer.getStatus()).isEqualTo(422);
            assertThat(answer.getContentAsString())
                    .contains("id=\"reason-error\"")
                    .contains("aria-invalid=\"true\"");
        }
    }

    @Test
    void aChosenTimeThatIsGoneIsSaidBeforeAnythingIsTyped() throws Exception {
        scheduling.requestedBy(people.patient(), doctor, slot);

        var answer = send(patient, get("/appointments/new?clinician=" + clinician() + "&start=" + slot.start()));

        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(answer.getContentAsString()).contains("no longer free");
    }

    @Test
    void onlyWhoMayDeclineIsAskedWhether() throws Exception {
        var requested = scheduling.requestedBy(patient, doctor);

        for (var request : List.of(
                get(path(requested) + "/refusal"),
                post(path(requested) + "/refusal").param("version", "0"))) {
            var answer = send(patient, request);
            assertThat(answer.getStatus()).isEqualTo(303);
            assertThat(answer.getHeader("Location")).endsWith(path(requested));
        }
    }

    @Test
    void whatIsDecidedIsNotAskedAgain() throws Exception {
        var confirmed = scheduling.confirmedFor(patient, doctor);

        assertThat(send(doctor, get(path(confirmed) + "/refusal")).getStatus()).isEqualTo(303);
    }

    @Test
    void bothSidesCancelMoveAndDeclineOnPages() throws Exception {
        var cancelled = scheduling.requestedBy(patient, doctor);
        assertThat(page(patient, path(cancelled) + "/cancellation")).contains("CANNOT_ATTEND");
        assertThat(send(patient, post(path(cancelled) + "/cancellation").param("version", "0"))
                        .getStatus())
                .isEqualTo(422);
        send(
                patient,
                post(path(cancelled) + "/cancellation").param("version", "0").param("reason", "CANNOT_ATTEND"));
        assertThat(state(cancelled)).isEqualTo(AppointmentState.CANCELLED);

        var declined = scheduling.requestedBy(patient, doctor);
        assertThat(page(doctor, path(declined) + "/refusal")).contains("NOT_AVAILABLE");
        send(doctor, post(path(declined) + "/refusal").param("version", "0").param("reason", "NOT_AVAILABLE"));
        assertThat(state(declined)).isEqualTo(AppointmentState.DECLINED);
        assertThat(page(patient, path(declined))).contains("Declined");

        var moved = scheduling.confirmedFor(patient, doctor);
        assertThat(page(doctor, path(moved) + "/move")).contains("name=\"slot\"");
        var answer = send(
                doctor,
                post(path(moved) + "/move")
                        .param("version", "1")
                        .param("slot", slot.start().toString()));
        assertThat(answer.getStatus()).isEqualTo(303);
        assertThat(lookups.appointment(moved.id()).orElseThrow().slot()).isEqualTo(slot);
    }

    @Test
    void whatChangedInTheMeantimeIsShownAsItStandsNow() throws Exception {
        var requested = scheduling.requestedBy(patient, doctor);
        scheduling.confirm(doctor, requested);

        var answer = send(doctor, post(path(requested) + "/confirmation").param("version", "0"));

        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(answer.getContentAsString())
                .contains("changed in the meantime")
                .contains("Confirmed");
    }

    @Test
    void aMoveToATakenTimeShowsOtherTimes() throws Exception {
        scheduling.requestedBy(people.patient(), doctor, slot);
        var appointment = scheduling.requestedBy(patient, doctor);

        var answer = send(
                patient,
                post(path(appointment) + "/move")
                        .param("version", "0")
                        .param("slot", slot.start().toString()));

        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(answer.getContentAsString()).contains("still at its old time");
    }

    @Test
    void anAppointmentOfOthersLooksLikeNone() throws Exception {
        var appointment = scheduling.requestedBy(patient, doctor);
        for (var stranger : new Actor[] {people.patient(), people.doctor(), people.nurseOnTheTeamOf()}) {
            assertThat(send(stranger, get(path(appointment))).getStatus()).isEqualTo(404);
            assertThat(send(stranger, get(path(appointment) + "/move")).getStatus())
                    .isEqualTo(404);
            assertThat(send(stranger, get(path(appointment) + "/cancellation")).getStatus())
                    .isEqualTo(404);
        }
        assertThat(send(people.admin(), get(path(appointment))).getStatus()).isEqualTo(403);
        assertThat(send(patient, post(path(appointment) + "/confirmation").param("version", "0"))
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void aDoctorSetsHoursAndExceptionsWithoutScript() throws Exception {
        var saved = send(
                doctor,
                post("/agenda/hours")
                        .param("opens-1-0", "09:00")
                        .param("closes-1-0", "10:00")
                        .param("zone", "America/Chicago")
                        .param("visit", "20")
                        .param("notice", "0")
                        .param("horizon", "30"));
        assertThat(saved.getStatus()).isEqualTo(303);
        assertThat(page(doctor, "/agenda/hours")).contains("value=\"09:00\"").contains("America/Chicago");

        assertThat(send(doctor, post("/agenda/hours").param("opens-1-0", "9")).getStatus())
                .isEqualTo(422);
        assertThat(send(doctor, post("/agenda/hours/closures").param("from", "2099-01-02"))
                        .getStatus())
                .isEqualTo(303);
        assertThat(send(
                                doctor,
                                post("/agenda/hours/closures")
                                        .param("from", "2099-01-02")
                                        .param("until", "2099-01-01"))
                        .getStatus())
                .isEqualTo(422);
        assertThat(send(
                                doctor,
                                post("/agenda/hours/extra")
                                        .param("day", "2027-01-02")
                                        .param("opens", "10:00")
                                        .param("closes", "11:00"))
                        .getStatus())
                .isEqualTo(303);
        assertThat(send(people.nurseOnTheTeamOf(), get("/agenda/hours")).getStatus())
                .isEqualTo(404);
        assertThat(send(patient, get("/agenda/hours")).getStatus()).isEqualTo(403);
    }

    @Test
    void theFrontDeskSeesTheAgendasOfItsTeam() throws Exception {
        scheduling.requestedBy(patient, doctor);
        var nurse = people.nurseOnTheTeamOf(Objects.requireNonNull(doctor.clinician()));

        assertThat(page(nurse, "/agenda")).contains("Pat Example").doesNotContain("/confirmation");
        assertThat(send(people.nurseOnTheTeamOf(), get("/agenda")).getStatus()).isEqualTo(404);
        assertThat(send(patient, get("/agenda")).getStatus()).isEqualTo(403);
    }

    @Test
    void mobileClientsBookThroughTheSameUseCases() throws Exception {
        var slots = send(patient, get("/api/slots?clinician=" + clinician())).getContentAsString();
        assertThat(slots).contains(slot.start().toString()).contains("\"clinicZone\":\"America/New_York\"");

        var wish = wish(UUID.randomUUID());
        var created = send(patient, wish);
        assertThat(created.getStatus()).isEqualTo(201);
        assertThat(created.getHeader("Location")).startsWith("/appointments/");
        assertThat(created.getContentAsString())
                .contains("\"state\":\"REQUESTED\"")
                .doesNotContain("knee");
        assertThat(send(patient, wish).getContentAsString()).isEqualTo(created.getContentAsString());

        var refused = send(people.patient(), wish(UUID.randomUUID()));
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(refused.getContentType()).startsWith("application/problem+json");
        assertThat(refused.getContentAsString())
                .contains("/problems/slot-taken")
                .contains("otherTimes");

        assertThat(send(patient, get("/api/appointments")).getContentAsString())
                .contains(slot.start().toString());
    }

    @Test
    void aDoctorWhoHasLeftIsToldOfWithOthersWhoSeePatientsByPageAndByJson() throws Exception {
        var other = scheduling.doctorWithHours();
        var appointment = scheduling.requestedBy(patient, doctor);
        people.deactivate(doctor);

        var link = send(patient, get("/appointments/new?clinician=" + clinician()));
        var sent = send(patient, book(UUID.randomUUID(), slot, REASON));
        for (var answer : List.of(link, sent)) {
            assertThat(answer.getStatus()).isEqualTo(409);
            assertThat(answer.getContentAsString())
                    .contains("no longer sees patients here")
                    .contains("/appointments/new?clinician=" + other.clinician())
                    .doesNotContain("/appointments/new?clinician=" + clinician());
        }

        var refused = send(patient, wish(UUID.randomUUID()));
        assertThat(refused.getStatus()).isEqualTo(409);
        assertThat(refused.getContentAsString())
                .contains("/problems/clinician-left")
                .contains("\"otherClinicians\"")
                .contains(other.clinician().toString());
        assertThat(send(patient, get("/api/slots?clinician=" + clinician())).getStatus())
                .isEqualTo(404);

        assertThat(page(patient, path(appointment)))
                .contains("no longer sees patients here")
                .contains("/cancellation")
                .doesNotContain(path(appointment) + "/move");
        var moved = send(
                patient,
                post(path(appointment) + "/move")
                        .param("version", "0")
                        .param("slot", slot.start().toString()));
        assertThat(moved.getStatus()).isEqualTo(409);
        assertThat(moved.getContentAsString()).contains("See other doctors");
    }

    @Test
    void anUnreadableOrIncompleteWishIsABadRequestThatRepeatsNothing() throws Exception {
        for (var body : new String[] {"{", "{}", "{\"requestId\":\"secret-word\"}", "[1]"}) {
            var answer = send(
                    patient,
                    post("/api/appointments")
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(body));
            assertThat(answer.getStatus()).as(body).isEqualTo(400);
            assertThat(answer.getContentAsString())
                    .contains("/problems/bad-request")
                    .doesNotContain("secret-word");
        }
    }

    @Test
    void whoIsNoPatientBooksNothingForHimself() throws Exception {
        assertThat(send(doctor, wish(UUID.randomUUID())).getStatus()).isEqualTo(404);
        assertThat(send(people.admin(), wish(UUID.randomUUID())).getStatus()).isEqualTo(403);
        assertThat(send(people.admin(), get("/api/appointments")).getStatus()).isEqualTo(403);
    }

    private MockHttpServletRequestBuilder book(UUID request, TimeSlot wished, String reason) {
        return post("/appointments")
                .param("request", request.toString())
                .param("clinician", clinician())
                .param("start", wished.start().toString())
                .param("reason", reason);
    }

    private MockHttpServletRequestBuilder wish(UUID request) {
        return post("/api/appointments").contentType(MediaType.APPLICATION_JSON).content("""
                        {"requestId": "%s", "clinician": "%s", "start": "%s", "reason": "%s"}
                        """.formatted(
                        request, clinician(), slot.start(), REASON));
    }

    private String clinician() {
        return Objects.requireNonNull(doctor.clinician()).toString();
    }

    private static String path(AppointmentSummary appointment) {
        return "/appointments/" + appointment.id();
    }

    private AppointmentState state(AppointmentSummary appointment) {
        return lookups.appointment(appointment.id()).orElseThrow().state();
    }

    private String page(Actor actor, String address) throws Exception {
        var answer = send(actor, get(address));
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        assertThat(answer.getHeader("Cache-Control")).contains("no-store");
        return answer.getContentAsString();
    }

    private MockHttpServletResponse send(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(request.with(as(actor)).with(csrf()).accept(accepted(request)))
                .andReturn()
                .getResponse();
    }

    private static MediaType accepted(MockHttpServletRequestBuilder request) {
        return request.buildRequest(new org.springframework.mock.web.MockServletContext())
                        .getRequestURI()
                        .startsWith("/api/")
                ? MediaType.APPLICATION_JSON
                : MediaType.TEXT_HTML;
    }
}
