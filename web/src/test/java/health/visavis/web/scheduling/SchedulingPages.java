package health.visavis.web.scheduling;

import health.visavis.access.Role;
import health.visavis.kernel.AppointmentId;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import health.visavis.kernel.TimeSlot;
import health.visavis.people.ClinicianSummary;
import health.visavis.scheduling.AppointmentState;
import health.visavis.scheduling.AppointmentSummary;
import health.visavis.scheduling.BookableClinician;
import health.visavis.scheduling.FreeSlots;
import health.visavis.scheduling.domain.BookingRules;
import health.visavis.scheduling.domain.CancellationReason;
import health.visavis.scheduling.domain.ClinicHours;
import health.visavis.scheduling.domain.ClinicSchedule;
import health.visavis.scheduling.domain.DeclineReason;
import health.visavis.scheduling.domain.HoursException.Closed;
import health.visavis.scheduling.domain.HoursException.ExtraHours;
import health.visavis.scheduling.domain.HoursExceptionId;
import health.visavis.scheduling.domain.OpeningHours;
import health.visavis.scheduling.domain.Party;
import health.visavis.scheduling.domain.WeeklyHours;
import health.visavis.visit.DeviceFindings;
import health.visavis.web.components.Choice;
import health.visavis.web.components.Crumb;
import health.visavis.web.components.FormErrors;
import health.visavis.web.i18n.Language;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.TestShell;
import health.visavis.web.visit.VisitWarning;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The pages of this package in every state, with believable content.
public final class SchedulingPages {

    private static final Set<String> LOOKS = Set.of(
            "scheduling-clinicians",
            "scheduling-times-other-zone",
            "scheduling-times-full",
            "scheduling-reason-missing",
            "scheduling-others-taken",
            "scheduling-appointments",
            "scheduling-appointment-confirmed-patient",
            "scheduling-appointment-requested-clinic",
            "scheduling-cancellation-missing",
            "scheduling-move-patient",
            "scheduling-agenda",
            "scheduling-agenda-empty",
            "scheduling-hours-wrong",
            "scheduling-desk-patients",
            "scheduling-desk-times",
            "scheduling-desk-reason-missing",
            "scheduling-desk-others");

    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");
    private static final Instant TOMORROW = TestShell.NOW.plus(Duration.ofDays(1));
    private static final UUID ID = UUID.fromString("018f4d2e-0000-7000-8000-000000000001");
    private static final ClinicianSummary RUIZ = clinician("Dr. Elena Ruiz", "General practice", TestShell.ZONE);
    private static final ClinicianSummary FRAMI = clinician("Dr. Abe Frami", "Cardiology", LOS_ANGELES);

    private final TestShell patient;
    private final TestShell doctor;
    private final Map<String, String> pages = new LinkedHashMap<>();

    private SchedulingPages(Language language) {
        this.patient = TestShell.of(language).signedInAs(Role.PATIENT).at("/appointments");
        this.doctor = TestShell.of(language).signedInAs(Role.DOCTOR).at("/agenda");
    }

    public static Map<String, String> all(Language language) {
        var all = new SchedulingPages(language);
        all.booking();
        all.frontDesk();
        all.appointments();
        all.states();
        all.changes();
        all.agenda();
        all.hours();
        return all.pages;
    }

    /// Those that differ in more than their words.
    public static Map<String, String> looks(Language language) {
        var looks = new LinkedHashMap<>(all(language));
        looks.keySet().retainAll(LOOKS);
        return looks;
    }

    private void booking() {
        patient(
                "clinicians",
                new CliniciansView(
                        List.of(
                                new BookableClinician(RUIZ, TestShell.ZONE, slot(TOMORROW)),
                                new BookableClinician(FRAMI, LOS_ANGELES, null)),
                        null));
        patient("clinicians", "clinicians-none", new CliniciansView(List.of(), "gone"));
        patient(
                "clinicians",
                "clinicians-left",
                new CliniciansView(List.of(new BookableClinician(RUIZ, TestShell.ZONE, slot(TOMORROW))), "left"));
        patient("times", new TimesView(RUIZ, week(RUIZ, slots()), false));
        patient("times", "times-other-zone", new TimesView(FRAMI, week(FRAMI, slots()), true));
        patient("times", "times-full", new TimesView(RUIZ, week(RUIZ, List.of()), false));
        patient("reason", reason("", null, FormErrors.none()));
        patient(
                "reason",
                "reason-missing",
                reason("", LOS_ANGELES, FormErrors.none().with("reason", "…")));
        for (var refusal : List.of("taken", "busy", "outside", "late")) {
            patient("others", "others-" + refusal, others(refusal, slots()));
        }
        patient("others", "others-none", others("taken", List.of()));
    }

    private void frontDesk() {
        var near = new FrontDeskView.ForWhom(
                "1", "Pat Example", "May 17, 1944", TestShell.ZONE, "/patients/1/appointments");
        var far = new FrontDeskView.ForWhom(
                "2", "Dolores Márquez", "Mar 2, 1971", LOS_ANGELES, "/patients/2/appointments");
        desk("patients", "desk-patients", new FrontDeskView.Patients(List.of(near, far), "ex", true));
        desk("patients", "desk-patients-none", new FrontDeskView.Patients(List.of(), "", false));
        desk("patients", "desk-patients-not-found", new FrontDeskView.Patients(List.of(), "zz", false));
        desk(
                "clinicians",
                "desk-clinicians",
                new FrontDeskView.Clinicians(
                        far,
                        List.of(
                                new BookableClinician(RUIZ, TestShell.ZONE, slot(TOMORROW)),
                                new BookableClinician(FRAMI, LOS_ANGELES, null)),
                        "left"));
        desk("clinicians", "desk-clinicians-none", new FrontDeskView.Clinicians(near, List.of(), null));
        desk("times", "desk-times", new FrontDeskView.Times(far, RUIZ, RUIZ.zone(), apart(slots()), true));
        desk(
                "times",
                "desk-times-full",
                new FrontDeskView.Times(near, RUIZ, RUIZ.zone(), week(RUIZ, List.of()), false));
        var wish = new FrontDeskView.Wish(ID, TOMORROW, "", "1000");
        desk("reason", "desk-reason", new FrontDeskView.Reason(far, RUIZ, wish, FormErrors.none()));
        desk(
                "reason",
                "desk-reason-missing",
                new FrontDeskView.Reason(far, RUIZ, wish, FormErrors.none().with("reason", "…")));
        var reading = new Reading(LOS_ANGELES, TestShell.ZONE);
        desk(
                "others",
                "desk-others",
                new FrontDeskView.Others(far, RUIZ, wish, "taken", SlotWords.of(slots(), patient.shell(), reading)));
        desk(
                "others",
                "desk-others-none",
                new FrontDeskView.Others(near, RUIZ, wish, "busy", SlotWords.of(List.of(), patient.shell(), reading)));
    }

    private WeekOfTimes apart(List<TimeSlot> slots) {
        var free = new FreeSlots(RUIZ.id(), RUIZ.zone(), slots, null, TestShell.NOW.plus(Duration.ofDays(60)));
        return WeekOfTimes.of(
                free,
                LocalDate.of(2026, 11, 25),
                patient.shell(),
                new Reading(LOS_ANGELES, TestShell.ZONE),
                "/patients/2/appointments/new?from=");
    }

    private void desk(String template, String name, Object view) {
        put(doctor, "desk-" + template, name, view);
    }

    private void appointments() {
        var lines = Arrays.stream(AppointmentState.values())
                .map(state -> new AppointmentsView.Line(
                        "/appointments/" + ID,
                        TOMORROW,
                        RUIZ.displayName(),
                        AppointmentStatus.of(appointment(state, TOMORROW), TestShell.NOW),
                        state == AppointmentState.CONFIRMED ? "/visits/" + ID + "/device-check" : null))
                .toList();
        patient("appointments", new AppointmentsView(lines.subList(0, 2), lines.subList(2, 6)));
        patient("appointments", "appointments-none", new AppointmentsView(List.of(), List.of()));
    }

    private void states() {
        for (var state : AppointmentState.values()) {
            for (var side : List.of("patient", "clinic")) {
                one(side, appointment(state, TOMORROW), null);
            }
        }
        for (var side : List.of("patient", "clinic")) {
            one(side, appointment(AppointmentState.REQUESTED, TestShell.NOW.minus(Duration.ofDays(2))), null);
        }
        for (var side : List.of("patient", "clinic")) {
            one(side, appointment(AppointmentState.CONFIRMED, TOMORROW), null, "left");
        }
        for (var reason : DeclineReason.values()) {
            one(
                    "patient",
                    appointment(AppointmentState.DECLINED, TOMORROW),
                    "declined." + AppointmentPages.code(reason));
        }
        for (var by : Party.values()) {
            for (var reason : CancellationReason.values()) {
                one(
                        "clinic",
                        appointment(AppointmentState.CANCELLED, TOMORROW),
                        "cancelled." + AppointmentPages.code(by) + "." + AppointmentPages.code(reason));
            }
        }
    }

    private void one(String side, AppointmentSummary appointment, @Nullable String ending) {
        one(side, appointment, ending, ending == null ? null : "changed");
    }

    private void one(String side, AppointmentSummary appointment, @Nullable String ending, @Nullable String refusal) {
        var isPatient = side.equals("patient");
        var status = AppointmentStatus.of(appointment, TestShell.NOW);
        var view = new AppointmentView(
                appointment,
                side,
                isPatient ? RUIZ.displayName() : "Dolores Márquez",
                status,
                "My knee hurts since I fell last Tuesday.\nIce did not help.",
                isPatient ? LOS_ANGELES : null,
                ending,
                "left".equals(refusal)
                        ? new AppointmentView.Moves(false, !isPatient, false, true, null)
                        : moves(isPatient, appointment),
                isPatient ? List.of() : List.of("mail", "sms"),
                refusal);
        var name = "appointment-" + status.code() + "-" + side + (ending == null ? "" : "-" + ending)
                + ("left".equals(refusal) ? "-left" : "");
        put(isPatient ? patient : doctor, "appointment", name, view);
    }

    private static AppointmentView.Moves moves(boolean isPatient, AppointmentSummary appointment) {
        var join = isPatient && appointment.state() == AppointmentState.CONFIRMED ? "/visits/1/device-check" : null;
        return new AppointmentView.Moves(!isPatient, !isPatient, true, true, join);
    }

    private static @Nullable String asked(String noun) {
        return noun.equals("refusal") ? "My knee hurts since I fell last Tuesday." : null;
    }

    private void changes() {
        var appointment = appointment(AppointmentState.REQUESTED, TOMORROW);
        var choices = List.of(Choice.of("ONE", "…"), Choice.of("TWO", "……"));
        for (var noun : List.of("refusal", "cancellation")) {
            put(
                    doctor,
                    "end",
                    noun,
                    new EndView(
                            appointment,
                            noun,
                            "Dolores Márquez",
                            asked(noun),
                            noun.equals("cancellation"),
                            choices,
                            FormErrors.none()));
            put(
                    doctor,
                    "end",
                    noun + "-missing",
                    new EndView(
                            appointment,
                            noun,
                            "Dolores Márquez",
                            asked(noun),
                            false,
                            choices,
                            FormErrors.none().with("reason", "…")));
        }
        for (var side : List.of("patient", "clinic")) {
            put(
                    side.equals("patient") ? patient : doctor,
                    "move",
                    "move-" + side,
                    new MoveView(appointment, side, RUIZ.displayName(), week(RUIZ, slots()), null));
        }
        patient(
                "move",
                "move-taken",
                new MoveView(appointment, "patient", RUIZ.displayName(), week(RUIZ, List.of()), "taken"));
    }

    private void agenda() {
        var line = new AgendaView.Line(
                "/appointments/" + ID,
                TOMORROW,
                TOMORROW.plus(Duration.ofMinutes(30)),
                "Dolores Márquez",
                AppointmentStatus.of(appointment(AppointmentState.CONFIRMED, TOMORROW), TestShell.NOW),
                new VisitWarning(false, List.of(DeviceFindings.Part.VOICE), TestShell.NOW));
        var request = new AgendaView.Request("/appointments/" + ID, TOMORROW, "Abe Frami", "0", true);
        put(doctor, "agenda", "agenda", agenda(List.of(line, line), List.of(request), List.of()));
        put(
                doctor,
                "agenda",
                "agenda-empty",
                agenda(
                        List.of(),
                        List.of(),
                        List.of(
                                new Crumb("/agenda?clinician=1", "Dr. Ruiz"),
                                new Crumb("/agenda?clinician=2", "Dr. Frami"))));
    }

    private static AgendaView agenda(
            List<AgendaView.Line> lines, List<AgendaView.Request> requests, List<Crumb> others) {
        return new AgendaView(
                RUIZ,
                LocalDate.of(2026, 11, 25),
                TestShell.ZONE,
                lines,
                requests,
                others,
                "/agenda?clinician=1",
                "/agenda?day=1",
                "/agenda?day=2",
                "/agenda",
                true);
    }

    private void hours() {
        var shell = doctor.shell();
        var day = LocalDate.of(2026, 12, 24);
        var weekly = Stream.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY)
                .flatMap(each -> Stream.of(
                        new WeeklyHours(each, new OpeningHours(LocalTime.of(9, 0), LocalTime.of(12, 0))),
                        new WeeklyHours(each, new OpeningHours(LocalTime.of(13, 30), LocalTime.MIDNIGHT))))
                .toList();
        var schedule = new ClinicSchedule(
                new ClinicHours(
                        RUIZ.id(),
                        TestShell.ZONE,
                        new BookingRules(Duration.ofMinutes(25), Duration.ofHours(2), 60),
                        weekly),
                List.of(
                        new Closed(
                                new HoursExceptionId(ID),
                                day.atStartOfDay(),
                                day.plusDays(3).atStartOfDay()),
                        new ExtraHours(
                                new HoursExceptionId(ID), day, new OpeningHours(LocalTime.NOON, LocalTime.of(14, 0)))));
        put(doctor, "hours", "hours", HoursPages.saved(Optional.of(schedule), shell));
        put(doctor, "hours", "hours-none", HoursPages.saved(Optional.empty(), shell));
        var typed = Map.of("opens-1-0", "17:00", "closes-1-0", "9", "zone", "Moon", "visit", "soon");
        var form = new HoursForm(typed, shell);
        form.read(RUIZ.id());
        put(
                doctor,
                "hours",
                "hours-wrong",
                HoursPages.view(
                        typed,
                        Optional.of(schedule),
                        form.errors(),
                        FormErrors.none().with("from", "…"),
                        shell));
    }

    private ReasonView reason(String words, @Nullable ZoneId clinicZone, FormErrors errors) {
        return new ReasonView(RUIZ, TOMORROW, Duration.ofMinutes(20), clinicZone, ID, words, "1000", errors);
    }

    private OtherTimesView others(String refusal, List<TimeSlot> slots) {
        return new OtherTimesView(RUIZ, refusal, SlotWords.of(slots, patient.shell()), ID, "My knee hurts", "1000");
    }

    private WeekOfTimes week(ClinicianSummary clinician, List<TimeSlot> slots) {
        var horizon = TestShell.NOW.plus(Duration.ofDays(60));
        var free = new FreeSlots(
                clinician.id(), clinician.zone(), slots, slot(TOMORROW.plus(Duration.ofDays(10))), horizon);
        return WeekOfTimes.of(free, LocalDate.of(2026, 11, 25), patient.shell(), "/appointments/new?from=");
    }

    private static List<TimeSlot> slots() {
        return IntStream.range(0, 12)
                .mapToObj(i -> slot(TOMORROW.plus(Duration.ofHours(4L * i))))
                .toList();
    }

    private static TimeSlot slot(Instant start) {
        return TimeSlot.starting(start, Duration.ofMinutes(30));
    }

    private static AppointmentSummary appointment(AppointmentState state, Instant start) {
        return new AppointmentSummary(
                new AppointmentId(ID), PatientId.next(), RUIZ.id(), slot(start), TestShell.ZONE, state, 0);
    }

    private static ClinicianSummary clinician(String name, String specialty, ZoneId zone) {
        return new ClinicianSummary(ClinicianId.next(), PersonId.next(), name, specialty, zone);
    }

    private void patient(String template, Object view) {
        patient(template, template, view);
    }

    private void patient(String template, String name, Object view) {
        put(patient, template, name, view);
    }

    private void put(TestShell shell, String template, String name, Object view) {
        pages.put("scheduling-" + name, shell.render(Page.of("scheduling/" + template, view)));
    }
}
