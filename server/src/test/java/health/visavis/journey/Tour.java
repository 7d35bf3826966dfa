package health.visavis.journey;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/// Every page and state, once appointments, a visit and a conversation have brought the clinic to life.
final class Tour {

    static final String STRANGER = "stranger";
    static final String PATIENT = "patient";
    static final String DOCTOR = "doctor";
    static final String NURSE = "nurse";
    static final String ADMIN = "admin";

    private static final Pattern CLINICIAN = Pattern.compile("clinician=([0-9a-f-]{36})");
    private static final Pattern PATIENTS_CHART = Pattern.compile("/patients/([0-9a-f-]{36})");

    private static final Pattern DESK_PATIENT = Pattern.compile("/patients/([0-9a-f-]{36})/appointments/new");

    private Tour() {}

    /// Lives through what the stops show: one request open, one patient waiting, one visit over.
    static List<Stop> after(JourneyStage stage) {
        var patient = stage.patient();
        var doctor = stage.doctor();
        var requested = Appointment.requestedBy(patient, Clinic.DOCTOR);
        var waiting = Appointment.requestedBy(patient, Clinic.DOCTOR);
        Appointment.confirmedBy(doctor, waiting);
        new Visit(waiting).isAwaitedBy(patient);
        var over = Meeting.of(patient, doctor);
        over.visit().isEndedBy(doctor);
        patient.page().getByText("The visit is over").first().waitFor();

        var stops = new ArrayList<Stop>();
        stops.addAll(strangers());
        stops.addAll(patients(patient, requested, waiting, over.visit()));
        stops.addAll(doctors(doctor, requested, waiting, over.visit()));
        stops.addAll(nurses(stage.nurse()));
        stops.addAll(admins());
        return stops;
    }

    private static List<Stop> strangers() {
        return List.of(
                new Stop(STRANGER, "front", "/"),
                new Stop(STRANGER, "help", "/help"),
                new Stop(STRANGER, "sign-in", "/oauth2/authorization/visavis"),
                new Stop(STRANGER, "sign-in-failed", "/sign-in/failed"),
                new Stop(STRANGER, "sign-in-second-factor", "/sign-in/second-factor", 403),
                new Stop(STRANGER, "signed-out", "/signed-out"),
                new Stop(STRANGER, "session-ended", "/session-ended"),
                new Stop(STRANGER, "mailbox", "/mailbox?refresh=off"),
                new Stop(STRANGER, "problem", "/problems/slot-taken"));
    }

    private static List<Stop> patients(Person patient, UUID requested, UUID waiting, Visit over) {
        var booking = "/appointments/new?clinician="
                + found(CLINICIAN, patient.opens("/appointments/new").page());
        return List.of(
                new Stop(PATIENT, "start", "/"),
                new Stop(PATIENT, "appointments", "/appointments"),
                new Stop(PATIENT, "booking-clinicians", "/appointments/new"),
                new Stop(PATIENT, "booking-times", booking),
                new Stop(PATIENT, "appointment-requested", "/appointments/" + requested),
                new Stop(PATIENT, "appointment-move", "/appointments/" + requested + "/move"),
                new Stop(PATIENT, "appointment-cancel", "/appointments/" + requested + "/cancellation"),
                new Stop(PATIENT, "device-check", "/visits/" + waiting + "/device-check?again=true"),
                new Stop(PATIENT, "waiting-room", "/visits/" + waiting + "/waiting-room"),
                new Stop(PATIENT, "visit-over", over.path("waiting-room")),
                new Stop(PATIENT, "messages", "/messages"),
                new Stop(PATIENT, "messages-new", "/messages/new"),
                new Stop(PATIENT, "record", "/record"),
                new Stop(PATIENT, "settings", "/settings"),
                new Stop(PATIENT, "not-allowed", "/audit", 403),
                new Stop(PATIENT, "nothing-here", "/appointments/" + UUID.randomUUID(), 404));
    }

    private static List<Stop> doctors(Person doctor, UUID requested, UUID waiting, Visit over) {
        var chart =
                "/patients/" + found(PATIENTS_CHART, doctor.opens("/patients").page());
        return List.of(
                new Stop(DOCTOR, "start", "/"),
                new Stop(DOCTOR, "agenda", "/agenda"),
                new Stop(DOCTOR, "hours", "/agenda/hours"),
                new Stop(DOCTOR, "appointment-requested", "/appointments/" + requested),
                new Stop(DOCTOR, "appointment-decline", "/appointments/" + requested + "/refusal"),
                new Stop(DOCTOR, "waiting-room", "/waiting-room"),
                new Stop(DOCTOR, "visit-patient-waits", "/visits/" + waiting + "/call"),
                new Stop(DOCTOR, "visit-over", over.path("call")),
                new Stop(DOCTOR, "patients", "/patients"),
                new Stop(DOCTOR, "chart", chart),
                new Stop(DOCTOR, "messages", "/messages"));
    }

    private static List<Stop> nurses(Person nurse) {
        var clinicians =
                "/patients/" + found(DESK_PATIENT, nurse.opens("/front-desk").page()) + "/appointments/new";
        var times = clinicians + "?clinician="
                + found(CLINICIAN, nurse.opens(clinicians).page());
        return List.of(
                new Stop(NURSE, "start", "/"),
                new Stop(NURSE, "agenda", "/agenda"),
                new Stop(NURSE, "waiting-room", "/waiting-room"),
                new Stop(NURSE, "front-desk", "/front-desk"),
                new Stop(NURSE, "front-desk-clinicians", clinicians),
                new Stop(NURSE, "front-desk-times", times));
    }

    private static List<Stop> admins() {
        return List.of(
                new Stop(ADMIN, "start", "/"),
                new Stop(ADMIN, "audit", "/audit"),
                new Stop(ADMIN, "imports", "/imports"));
    }

    private static String found(Pattern pattern, Page page) {
        var match = pattern.matcher(page.content());
        if (!match.find()) {
            throw new AssertionError("Nothing like " + pattern + " at " + page.url());
        }
        return match.group(1);
    }
}
