package health.visavis.web.visit;

import static health.visavis.web.layout.TestShell.NOW;

import health.visavis.access.Role;
import health.visavis.emergency.EmergencyStanding.Raised;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import health.visavis.kernel.Sensitive;
import health.visavis.kernel.TimeSlot;
import health.visavis.kernel.VisitId;
import health.visavis.telephone.PhoneCallSummary;
import health.visavis.telephone.domain.Ending;
import health.visavis.visit.DeviceFindings;
import health.visavis.visit.EngineName;
import health.visavis.visit.RungSummary;
import health.visavis.visit.VisitStatus;
import health.visavis.visit.VisitSummary;
import health.visavis.web.components.Choice;
import health.visavis.web.components.FormErrors;
import health.visavis.web.i18n.Language;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.TestShell;
import health.visavis.web.people.Typed;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;

/// The pages of a visit in every state, with believable content.
public final class VisitPages {

    private static final UUID ID = UUID.fromString("0199a000-0000-7000-8000-000000000001");
    private static final String PATIENT = "Rosa Delgado";
    private static final String DOCTOR = "Dr. Elena Ruiz";

    private VisitPages() {}

    public static Map<String, String> all(Language language) {
        var patient = TestShell.of(language).signedInAs(Role.PATIENT);
        var doctor = TestShell.of(language).signedInAs(Role.DOCTOR);
        var nurse = TestShell.of(language).signedInAs(Role.NURSE);
        var pages = new LinkedHashMap<String, String>();
        pages.put(
                "visit-device-check",
                patient.render(Page.of(
                        "visit/device-check",
                        new DeviceCheckView(
                                ID, false, DOCTOR, NOW.plus(Duration.ofMinutes(20)), false, "0".repeat(64)))));
        pages.put(
                "visit-device-check-doctor",
                doctor.render(Page.of("visit/device-check", new DeviceCheckView(ID, true, PATIENT, NOW, false, null))));
        for (var status : List.of(VisitStatus.PLANNED, VisitStatus.ARRIVED, VisitStatus.IN_PROGRESS)) {
            pages.put("visit-room-patient-" + status.fhirCode(), patient.render(room(status, false)));
            pages.put("visit-room-doctor-" + status.fhirCode(), doctor.render(room(status, true)));
        }
        for (var status : List.of(VisitStatus.FINISHED, VisitStatus.CANCELLED)) {
            pages.put("visit-over-patient-" + status.fhirCode(), patient.render(over(status, false)));
            pages.put("visit-over-doctor-" + status.fhirCode(), doctor.render(over(status, true)));
        }
        guests(language, doctor, pages);
        pages.put("waiting-room-doctor", doctor.render(Page.of("visit/waiting-room", queue(true))));
        pages.put("waiting-room-nurse", nurse.render(Page.of("visit/waiting-room", queue(false))));
        pages.put(
                "waiting-room-empty",
                doctor.render(Page.of("visit/waiting-room", new WaitingRoomView(List.of(), List.of(), true, false))));
        return pages;
    }

    private static void guests(Language language, TestShell doctor, Map<String, String> pages) {
        var stranger = TestShell.of(language);
        var guest = TestShell.of(language).signedInAs(Role.GUEST);
        var join = new JoinView("/join/token", DOCTOR, NOW, "interpreter for Spanish", null, false, FormErrors.none());
        pages.put("visit-join", stranger.render(Page.of("visit/join", join)));
        pages.put("visit-join-nothing", stranger.render(Page.of("visit/join-nothing")));
        for (var status : List.of(VisitStatus.ARRIVED, VisitStatus.IN_PROGRESS)) {
            var part = new RoomView.GuestPart(UUID.randomUUID(), "interpreter for Spanish", false, false, 7);
            pages.put(
                    "visit-room-guest-" + status.fhirCode(),
                    guest.render(Page.of(
                            "visit/room",
                            new RoomView(visit(status), false, "Ines Soto", DOCTOR, 7, null, null, part))));
        }
        pages.put("visit-over-guest", guest.render(Page.of("visit/guest-over", true)));
        var made = new GuestsView.Made("Her daughter", "https://example.org/join/token", List.of("Sent."), true);
        pages.put("visit-guests", doctor.render(Page.of("visit/guests", guestsOf(made, null))));
        pages.put("visit-guests-refused", doctor.render(Page.of("visit/guests", guestsOf(null, "full"))));
    }

    private static GuestsView guestsOf(GuestsView.@Nullable Made made, @Nullable String refusal) {
        var waits = new GuestsView.Row(
                UUID.randomUUID(),
                "Ines Soto",
                "Interpreter for Spanish",
                "waiting",
                "warn",
                NOW,
                false,
                List.of(new GuestsView.Move("/admission", "admit", "primary")));
        var inside = new GuestsView.Row(
                UUID.randomUUID(),
                "Dr. Lee",
                "Clinician",
                "co-host",
                "success",
                null,
                true,
                List.of(
                        new GuestsView.Move("/return-to-waiting", "putBack", "secondary"),
                        new GuestsView.Move("/removal", "remove", "danger-quiet")));
        var form = new GuestsView.Form(
                ID,
                List.of(Choice.of("FAMILY", "Family"), Choice.of("INTERPRETER", "Interpreter")),
                List.of(Choice.of("es", "Spanish")),
                List.of(Choice.of("en", "English")),
                new Typed(new LinkedMultiValueMap<>()),
                FormErrors.none());
        return new GuestsView(ID, PATIENT, List.of(waits, inside), form, made, refusal);
    }

    private static Page room(VisitStatus status, boolean clinician) {
        var own = clinician ? DOCTOR : PATIENT;
        var other = clinician ? PATIENT : DOCTOR;
        return Page.of("visit/room", new RoomView(visit(status), clinician, own, other, 7, null, aid(status)));
    }

    private static Page over(VisitStatus status, boolean clinician) {
        return Page.of(
                "visit/over",
                new OverView(
                        visit(status),
                        clinician,
                        clinician ? PATIENT : DOCTOR,
                        ladder(clinician),
                        calls(clinician),
                        emergencies(clinician),
                        clinician));
    }

    private static List<RungSummary> ladder(boolean clinician) {
        return clinician
                ? List.of(
                        new RungSummary(1, new EngineName("acs"), "started", NOW),
                        new RungSummary(2, EngineName.DIRECT, "media-lost", NOW.plusSeconds(300)),
                        new RungSummary(3, EngineName.TELEPHONE, "not-joined", NOW.plusSeconds(400)))
                : List.of();
    }

    private static RoomAid aid(VisitStatus status) {
        return new RoomAid(ID, status == VisitStatus.ARRIVED, "none", status == VisitStatus.PLANNED, false);
    }

    private static List<PhoneCallSummary> calls(boolean clinician) {
        return clinician
                ? List.of(new PhoneCallSummary(
                        ID,
                        false,
                        PhoneCallSummary.Standing.ENDED,
                        Sensitive.of("(202) 456-1414"),
                        NOW.plusSeconds(410),
                        NOW.plusSeconds(420),
                        NOW.plusSeconds(900),
                        Ending.COMPLETED))
                : List.of();
    }

    private static List<Raised> emergencies(boolean clinician) {
        return clinician ? List.of(new Raised(NOW.plusSeconds(430), false, PersonId.next())) : List.of();
    }

    private static VisitSummary visit(VisitStatus status) {
        var started = status == VisitStatus.IN_PROGRESS || status == VisitStatus.FINISHED;
        return new VisitSummary(
                new VisitId(ID),
                PatientId.next(),
                ClinicianId.next(),
                new TimeSlot(NOW, NOW.plus(Duration.ofMinutes(20))),
                status,
                at(status == VisitStatus.ARRIVED, NOW.minusSeconds(240)),
                at(status == VisitStatus.ARRIVED, NOW.minusSeconds(60)),
                at(started, NOW.minusSeconds(120)),
                at(status == VisitStatus.FINISHED, NOW.plusSeconds(900)));
    }

    private static @Nullable Instant at(boolean known, Instant instant) {
        return known ? instant : null;
    }

    private static WaitingRoomView queue(boolean doctor) {
        var waits = row(PATIENT, VisitStatus.ARRIVED, NOW, NOW.minusSeconds(360));
        var gone = new WaitingRoomView.Row(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "Ines Palacios",
                DOCTOR,
                NOW,
                VisitStatus.ARRIVED,
                NOW.minusSeconds(300),
                null,
                NOW.minusSeconds(60),
                false,
                NOW.minusSeconds(30),
                null);
        var sits = row("Milo Okafor", VisitStatus.IN_PROGRESS, NOW.minusSeconds(1200), null);
        var comes = row("Theodora Vandenbroucke-Lindqvist", VisitStatus.PLANNED, NOW.plusSeconds(3600), null);
        return new WaitingRoomView(List.of(ClinicianId.next()), List.of(waits, gone, sits, comes), doctor, !doctor);
    }

    private static @Nullable VisitWarning warning(VisitStatus status) {
        return status == VisitStatus.PLANNED
                ? new VisitWarning(true, List.of(DeviceFindings.Part.CAMERA), NOW.minusSeconds(80_000))
                : null;
    }

    private static WaitingRoomView.Row row(
            String patient, VisitStatus status, Instant startsAt, @Nullable Instant waitingSince) {
        return new WaitingRoomView.Row(
                UUID.randomUUID(),
                UUID.randomUUID(),
                patient,
                DOCTOR,
                startsAt,
                status,
                waitingSince,
                at(status == VisitStatus.IN_PROGRESS, NOW.minusSeconds(600)),
                null,
                waitingSince == null,
                null,
                warning(status));
    }
}
