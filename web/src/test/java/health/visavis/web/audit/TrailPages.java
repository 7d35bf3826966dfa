package health.visavis.web.audit;

import static health.visavis.web.layout.TestShell.NOW;

import health.visavis.access.Access.Simulated;
import health.visavis.access.Assumption;
import health.visavis.access.Explanation;
import health.visavis.access.Role;
import health.visavis.access.Sensitivity;
import health.visavis.alarm.Alarm;
import health.visavis.alarm.AlarmKind;
import health.visavis.alarm.AlarmSubject;
import health.visavis.alarm.RaisedAlarm;
import health.visavis.alarm.RaisedAlarm.Finding;
import health.visavis.alarm.RaisedAlarm.Seen;
import health.visavis.audit.AuditEvent;
import health.visavis.audit.AuditEvent.Outcome;
import health.visavis.audit.AuditReader.Accesses;
import health.visavis.breakglass.EmergencyAccess;
import health.visavis.breakglass.EmergencyReason;
import health.visavis.breakglass.EmergencyReview;
import health.visavis.breakglass.EmergencyReview.Verdict;
import health.visavis.breakglass.ReviewEmergency;
import health.visavis.breakglass.ReviewEmergency.Judged;
import health.visavis.breakglass.ReviewEmergency.Waiting;
import health.visavis.breakglass.ReviewSealedCode;
import health.visavis.breakglass.UsedCode;
import health.visavis.insight.AccessLine;
import health.visavis.insight.AuditEntry;
import health.visavis.insight.OwnEntry;
import health.visavis.insight.ReadAlarms.Found;
import health.visavis.insight.ReadAlarms.Named;
import health.visavis.insight.ReadOwnTrail.Opened;
import health.visavis.insight.ReadOwnTrail.OwnPage;
import health.visavis.insight.ReportAccess.Report;
import health.visavis.insight.ReportAccess.UnusualReport;
import health.visavis.insight.SimulateAccess.Answer;
import health.visavis.insight.SimulateAccess.WhatIf;
import health.visavis.insight.Unusual;
import health.visavis.insight.UnusualAccess;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import health.visavis.kernel.Sensitive;
import health.visavis.people.Account;
import health.visavis.people.FoundPerson;
import health.visavis.people.Gender;
import health.visavis.people.PatientSummary;
import health.visavis.proxy.Relationship;
import health.visavis.web.components.FormErrors;
import health.visavis.web.i18n.Language;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.TestShell;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Alarms and the reports of who accessed whose data, with believable content.
public final class TrailPages {

    static final PersonId RUIZ = new PersonId(UUID.fromString("0199a000-0000-7000-8000-000000000011"));
    static final PersonId ADMIN = new PersonId(UUID.fromString("0199a000-0000-7000-8000-000000000012"));
    static final PatientId DELGADO = new PatientId(UUID.fromString("0199a000-0000-7000-8000-000000000013"));

    private TrailPages() {}

    public static Map<String, String> all(Language language) {
        var admin = TestShell.of(language).signedInAs(Role.ADMIN);
        var pages = new LinkedHashMap<String, String>();
        pages.put("alarms", admin.render(alarms(true, false)));
        pages.put("alarms-only-one", admin.render(alarms(true, true)));
        pages.put("alarms-none", admin.render(alarms(false, false)));
        pages.put("accesses", admin.render(accesses(report(false, false, line(3, 0), line(1, 1)), null)));
        pages.put("accesses-guest", admin.render(accesses(report(false, false, guestLine()), null)));
        pages.put("accesses-watched", admin.render(accesses(report(true, true, line(3, 1)), DELGADO.value())));
        pages.put("accesses-none", admin.render(accesses(report(false, false), null)));
        pages.put(
                "unusual",
                admin.render(unusual(new UnusualReport(
                        List.of(access(EnumSet.allOf(Unusual.class)), access(Set.of(Unusual.AFTER_HOURS))),
                        500,
                        true))));
        pages.put("unusual-none", admin.render(unusual(new UnusualReport(List.of(), 12, false))));
        pages.put("emergencies", admin.render(emergencies(true)));
        pages.put("emergencies-none", admin.render(emergencies(false)));
        pages.put("simulation", admin.render(simulation(List.of(), null)));
        pages.put("simulation-nobody", admin.render(simulation(List.of(), null, "personName", "patientName", "act")));
        pages.put("simulation-found", admin.render(simulation(List.of(known(1), known(2)), null)));
        pages.put("simulation-answer", admin.render(simulation(List.of(), answer())));
        var patient = TestShell.of(language).signedInAs(Role.PATIENT);
        pages.put("own-trail", patient.render(ownTrail()));
        return pages;
    }

    private static Page simulation(List<FoundPerson> found, @Nullable Answer answer, String... wrong) {
        var errors = FormErrors.none();
        for (var field : wrong) {
            errors = errors.with(field, "?");
        }
        var form = new SimulationForm("ruiz", "delgado", null, null, "read-chart");
        return Page.of("audit/simulation", new SimulationView(form, errors, found, found, answer));
    }

    private static FoundPerson known(long number) {
        return new FoundPerson(
                new Account(
                        new PersonId(new UUID(0x7001, number)),
                        "Rosa Delgado",
                        Optional.empty(),
                        Set.of(Role.DOCTOR),
                        Optional.empty(),
                        Optional.of(DELGADO),
                        Account.State.ACTIVE,
                        Optional.empty()),
                Optional.of(LocalDate.of(1961, 3, 9)));
    }

    private static Answer answer() {
        var withheld = new Simulated(true, Explanation.CONSENT_WITHHELD, Sensitivity.MINOR_CONFIDENTIAL);
        return new Answer(
                known(1).account(),
                Set.of(Role.DOCTOR),
                new PatientSummary(
                        DELGADO, RUIZ, "Rosa Delgado", LocalDate.of(1961, 3, 9), Gender.FEMALE, TestShell.ZONE),
                withheld,
                List.of(
                        new WhatIf(new Assumption.Care(true), withheld),
                        new WhatIf(
                                new Assumption.Care(false),
                                new Simulated(false, Explanation.NO_RELATIONSHIP, Sensitivity.ORDINARY)),
                        new WhatIf(
                                new Assumption.Consent(true),
                                new Simulated(true, Explanation.CONSENT, Sensitivity.PART2)),
                        new WhatIf(new Assumption.Consent(false), withheld),
                        new WhatIf(
                                new Assumption.Emergency(),
                                new Simulated(true, Explanation.BREAK_GLASS, Sensitivity.PART2))));
    }

    private static Page emergencies(boolean any) {
        var waiting = List.of(
                new Waiting(
                        emergency(EmergencyReason.CANNOT_SPEAK, null),
                        "Ana Ruiz",
                        "Rosa Delgado",
                        Sensitive.of("Found unconscious in the waiting room"),
                        Map.of("read-chart", 2L, "read-messages", 1L),
                        false),
                new Waiting(emergency(EmergencyReason.OTHER, NOW), "Ada Long", null, null, Map.of(), true));
        var judged = Arrays.stream(Verdict.values())
                .flatMap(verdict -> Stream.of(ADMIN, RUIZ)
                        .map(by -> new Judged(
                                emergency(EmergencyReason.ACUTE_DANGER, null),
                                "Ana Ruiz",
                                "Rosa Delgado",
                                new EmergencyReview(by, NOW, verdict),
                                "Ada Long")))
                .toList();
        return Page.of(
                "audit/emergencies",
                new EmergenciesView(
                        any
                                ? new ReviewEmergency.Found(waiting, judged, true)
                                : new ReviewEmergency.Found(List.of(), List.of(), false),
                        any ? codes() : new ReviewSealedCode.Found(List.of(), List.of(), false)));
    }

    private static ReviewSealedCode.Found codes() {
        var acts = Map.of("sign-in", 1L, "seek-in-emergency", 2L);
        return new ReviewSealedCode.Found(
                List.of(
                        new ReviewSealedCode.Waiting(code(1), "Ana Ruiz", acts, false),
                        new ReviewSealedCode.Waiting(code(2), "Ada Long", Map.of("sign-in", 1L), true)),
                Stream.of(ADMIN, RUIZ)
                        .map(by -> new ReviewSealedCode.Judged(
                                code(3), "Ana Ruiz", new EmergencyReview(by, NOW, Verdict.NOT_JUSTIFIED), "Ada Long"))
                        .toList(),
                true);
    }

    private static UsedCode code(long number) {
        return new UsedCode(new UUID(0x7001, number), 1_000 + number, RUIZ, NOW);
    }

    private static EmergencyAccess emergency(EmergencyReason reason, @Nullable Instant ended) {
        return new EmergencyAccess(
                new UUID(0x7000, reason.ordinal()), RUIZ, DELGADO, reason, NOW, NOW.plusSeconds(3600), ended);
    }

    private static Page ownTrail() {
        var entry = new OwnEntry(1, event("break-glass"), "Ana Ruiz", false, null, OwnEntry.Question.NONE);
        var emergencies = Arrays.stream(EmergencyReason.values())
                .map(reason -> new Opened(emergency(reason, null), "Ana Ruiz"))
                .toList();
        var entries = Stream.concat(
                        Stream.of(entry),
                        Arrays.stream(Relationship.values())
                                .map(who -> new OwnEntry(
                                        2, event("proxy"), "Ana Lopez", false, who, OwnEntry.Question.NONE)))
                .toList();
        return Page.of("audit/own", OwnTrailView.of(new OwnPage(entries, emergencies), false));
    }

    private static Page alarms(boolean any, boolean onlyOne) {
        var open = Arrays.stream(AlarmKind.values())
                .map(kind -> new Named(raised(kind, null), "Ana Ruiz", null))
                .toList();
        var own = new Named(
                new RaisedAlarm(
                        new UUID(0x7000, 99),
                        new Alarm(AlarmKind.NEW_ADMIN, new AlarmSubject.Person(ADMIN), NOW, 1),
                        null),
                "Ada Long",
                null);
        var seen = new ArrayList<>(Arrays.stream(Finding.values())
                .map(finding ->
                        new Named(raised(AlarmKind.BRUTE_FORCE, new Seen(ADMIN, NOW, finding)), "Ana Ruiz", "Ada Long"))
                .toList());
        seen.add(new Named(
                raised(AlarmKind.BREAK_GLASS, new Seen(RUIZ, NOW, Finding.EXPECTED)), "Ana Ruiz", "Ana Ruiz"));
        var all = new ArrayList<>(open);
        all.add(own);
        return Page.of(
                "audit/alarms",
                AlarmsView.of(any ? new Found(all, seen, onlyOne) : new Found(List.of(), List.of(), onlyOne), ADMIN));
    }

    private static RaisedAlarm raised(AlarmKind kind, @Nullable Seen seen) {
        var subject = switch (kind) {
            case BRUTE_FORCE -> new AlarmSubject.Address("2001:db8:85a3:8d3:1319:8a2e:370:7348");
            case AUDIT_VERIFICATION_FAILURE -> new AlarmSubject.Trail();
            case KEY_DELETION_ATTEMPT -> new AlarmSubject.Key("patients");
            case NEW_ADMIN, BULK_READING, IMPOSSIBLE_TRAVEL, BREAK_GLASS, SEALED_CODE -> new AlarmSubject.Person(RUIZ);
        };
        return new RaisedAlarm(new UUID(0x7000, kind.ordinal()), new Alarm(kind, subject, NOW, 40), seen);
    }

    private static Page accesses(Report report, @Nullable UUID patient) {
        return Page.of("audit/accesses", new AccessesView(report, filter(patient)));
    }

    static Report report(boolean watched, boolean more, AccessLine... lines) {
        return new Report(List.of(lines), watched, more);
    }

    static AccessLine line(long times, long refused) {
        return new AccessLine(
                new Accesses(RUIZ, "DOCTOR", DELGADO, times, refused, NOW.minusSeconds(600), NOW),
                "Ana Ruiz",
                "Rosa Delgado");
    }

    private static AccessLine guestLine() {
        return new AccessLine(
                new Accesses(RUIZ, "GUEST", DELGADO, 1, 0, NOW.minusSeconds(600), NOW), null, "Rosa Delgado");
    }

    private static Page unusual(UnusualReport report) {
        return Page.of("audit/unusual", new UnusualView(report, filter(null)));
    }

    static UnusualAccess access(Set<Unusual> reasons) {
        return new UnusualAccess(new AuditEntry(event("care-relationship"), "Ana Ruiz", "Rosa Delgado"), reasons);
    }

    private static AuditEvent event(String reason) {
        return new AuditEvent(
                new UUID(0x7000, 1),
                NOW,
                RUIZ,
                "DOCTOR,ADMIN",
                "read-chart",
                Outcome.GRANTED,
                reason,
                DELGADO,
                null,
                "192.0.2.7",
                "-",
                "-");
    }

    private static AccessFilter filter(@Nullable UUID patient) {
        return new AccessFilter(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 2), null, patient);
    }
}
