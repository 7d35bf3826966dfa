package health.visavis.server;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.TestDatabase;
import health.visavis.access.Actor;
import health.visavis.access.Actors;
import health.visavis.access.ProxyScope;
import health.visavis.access.Sensitivity;
import health.visavis.breakglass.EmergencyReason;
import health.visavis.breakglass.OpenInEmergency;
import health.visavis.breakglass.OpenInEmergency.Emergency;
import health.visavis.breakglass.OpenInEmergency.OpeningOutcome;
import health.visavis.breakglass.Sought;
import health.visavis.chart.ChartEntry;
import health.visavis.chart.Coded;
import health.visavis.chart.ImportedResource;
import health.visavis.chart.RecordImportedResources;
import health.visavis.chart.ResourceType;
import health.visavis.consent.ConsentFixtures;
import health.visavis.consent.ReadOwnConsents;
import health.visavis.consent.WithdrawConsent;
import health.visavis.kernel.AppointmentId;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.Sensitive;
import health.visavis.kernel.ThreadId;
import health.visavis.kernel.TimeOrderedId;
import health.visavis.kernel.VisitId;
import health.visavis.messaging.StartThread;
import health.visavis.people.People;
import health.visavis.people.PeopleFixtures;
import health.visavis.proxy.EndProxy;
import health.visavis.proxy.ProxyFixtures;
import health.visavis.scheduling.AddHoursException;
import health.visavis.scheduling.SchedulingFixtures;
import health.visavis.server.Route.Visitor;
import health.visavis.visit.GuestInvitation;
import health.visavis.visit.GuestKind;
import health.visavis.visit.InviteGuest;
import health.visavis.visit.InviteGuest.InvitationOutcome;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// One visit with everything around it, whose ids the access matrix asks for, and people who have no part in it. The
/// patient's chart has entries that want a consent, and the patient has taken theirs back.
@Component
class MatrixWorld {

    /// Stands in entries that want a consent, and nowhere else.
    static final String PROTECTED = "Quetzalbuprenorphine";

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final PeopleFixtures people;
    private final SchedulingFixtures scheduling;
    private final AddHoursException addException;
    private final StartThread startThread;
    private final RecordImportedResources record;
    private final InviteGuest inviteGuest;
    private final SentPictures picture;
    private final StoredRecordings recordings;
    private final ConsentFixtures consents;
    private final ReadOwnConsents readOwn;
    private final WithdrawConsent withdrawConsent;
    private final ProxyFixtures proxies;
    private final EndProxy endProxy;
    private final OpenInEmergency openInEmergency;
    private final People known;
    private final Map<ByCode, Actor> byCode = new EnumMap<>(ByCode.class);
    private final Map<Acting, Actor> acting = new EnumMap<>(Acting.class);
    private final Map<Visitor, Actor> actors = new EnumMap<>(Visitor.class);
    private final Map<String, String> ids = new HashMap<>();

    MatrixWorld(
            PeopleFixtures people,
            SchedulingFixtures scheduling,
            AddHoursException addException,
            StartThread startThread,
            RecordImportedResources record,
            InviteGuest inviteGuest,
            SentPictures picture,
            StoredRecordings recordings,
            ConsentFixtures consents,
            ReadOwnConsents readOwn,
            WithdrawConsent withdrawConsent,
            ProxyFixtures proxies,
            EndProxy endProxy,
            OpenInEmergency openInEmergency,
            People known) {
        this.people = people;
        this.scheduling = scheduling;
        this.addException = addException;
        this.startThread = startThread;
        this.record = record;
        this.inviteGuest = inviteGuest;
        this.picture = picture;
        this.recordings = recordings;
        this.consents = consents;
        this.readOwn = readOwn;
        this.withdrawConsent = withdrawConsent;
        this.proxies = proxies;
        this.endProxy = endProxy;
        this.openInEmergency = openInEmergency;
        this.known = known;
    }

    void open() {
        var doctor = scheduling.doctorWithHours();
        var patient = people.patient();
        var times = scheduling.freeTimes(doctor);
        var appointment = scheduling.confirmedFor(patient, doctor);
        actors.put(Visitor.DOCTOR, doctor);
        actors.put(Visitor.PATIENT, patient);
        actors.put(Visitor.NURSE, people.nurseOnTheTeamOf(doctor.clinician()));
        actors.put(Visitor.ADMIN, people.admin());
        var otherDoctor = scheduling.doctorWithHours();
        actors.put(Visitor.OTHER_DOCTOR, otherDoctor);
        actors.put(Visitor.OTHER_PATIENT, people.patient());
        actors.put(Visitor.OTHER_NURSE, people.nurseOnTheTeamOf(otherDoctor.clinician()));
        var exception = addException.close(
                doctor, doctor.clinician(), LocalDateTime.of(2027, 1, 1, 0, 0), LocalDateTime.of(2027, 1, 2, 0, 0));
        Awaitility.await("the visit of the confirmed appointment").until(() -> visitIsOpen(appointment.id()));
        ids.put("id", appointment.id().toString());
        ids.put("visit", appointment.id().toString());
        ids.put("person", patient.person().toString());
        ids.put("exception", exception.value().toString());
        ids.put("patient", patient.patient().toString());
        ids.put("clinician", doctor.clinician().toString());
        ids.put("time", times.get(60).start().toString());
        ids.put("document", documentOf(patient.patient()).toString());
        ids.put("protected", protectedDocumentOf(patient.patient()).toString());
        ids.put("consent", agrees().toString());
        takesBackEveryConsent();
        ids.put("registration", "visavis");
        ids.put("slug", "slot-taken");
        ids.put("token", "no-such-invitation");
        ids.put("guest", guestOf(doctor, new VisitId(appointment.id().value())).toString());
        ids.put("seat", TimeOrderedId.next().toString());
        ids.put("random", TimeOrderedId.next().toString());
        ids.put(
                "thread",
                startThread
                        .with(patient, patient.patient(), doctor.clinician())
                        .orElseThrow()
                        .toString());
        ids.put("message", picture.sentBy(patient, new ThreadId(id("thread"))).toString());
        ids.put(
                "recording",
                recordings.of(new VisitId(id("visit")), patient, doctor).toString());
        actFor(patient);
        comeByCode(doctor, patient.patient());
        ids.put("grant", TimeOrderedId.next().toString());
        ids.put("invitation", TimeOrderedId.next().toString());
        ids.put("alarm", TimeOrderedId.next().toString());
        ids.put("emergency", TimeOrderedId.next().toString());
        ids.put("code", TimeOrderedId.next().toString());
        ids.put("segment", "0");
        ids.put("entry", "1");
        ids.put("request", TimeOrderedId.next().toString());
    }

    /// The patient agrees that those who treat them see what wants a consent.
    UUID agrees() {
        return consents.agrees(actors.get(Visitor.PATIENT)).id();
    }

    /// So that it stands as it is to be tried.
    void consents(WantsConsent wanted) {
        var agreed = readOwn.own(actors.get(Visitor.PATIENT)).consents().stream()
                .anyMatch(one -> one.consent().withdrawnAt() == null);
        if (wanted == WantsConsent.AGREED && !agreed) {
            agrees();
        }
        if (wanted == WantsConsent.WITHDRAWN && agreed) {
            takesBackEveryConsent();
        }
    }

    /// Asks for the document that wants a consent in the place of the other.
    static UnaryOperator<String> ofProtected(UnaryOperator<String> fill) {
        return text -> fill.apply(text.replace("{document}", "{protected}"));
    }

    /// What they have agreed to by whatever a test has tried counts no more.
    void takesBackEveryConsent() {
        var patient = actors.get(Visitor.PATIENT);
        readOwn.own(patient)
                .consents()
                .forEach(one -> withdrawConsent.withdraw(patient, one.consent().id()));
    }

    private void actFor(Actor patient) {
        var somebody = people.patient();
        var ofRecord = people.patient();
        var ended = people.patient();
        proxies.grant(patient, somebody);
        proxies.grant(patient, ofRecord, ProxyScope.RECORD);
        endProxy.end(patient, proxies.grant(patient, ended).id());
        acting.put(Acting.PROXY, somebody.actingFor(patient.patient()));
        acting.put(Acting.PROXY_OF_RECORD, ofRecord.actingFor(patient.patient()));
        acting.put(Acting.PROXY_ENDED, ended.actingFor(patient.patient()));
    }

    private void comeByCode(Actor treating, PatientId patient) {
        byCode.put(ByCode.BEFORE_OPENING, Actors.emergency(treating.person()));
        var opened = Actors.emergency(people.doctor().person());
        var sought = known.patient(patient).orElseThrow();
        var emergency = new Emergency(
                patient,
                new Sought(Sensitive.of(sought.displayName()), sought.bornOn()),
                EmergencyReason.OTHER,
                Sensitive.of("Collapsed"),
                true);
        assertThat(openInEmergency.open(opened, emergency)).isInstanceOf(OpeningOutcome.Opened.class);
        byCode.put(ByCode.OPENED, opened);
    }

    /// From now on `{token}` is of a link that opens something.
    void asksSomebodyToAct() {
        ids.put("token", proxies.ask(actors.get(Visitor.PATIENT)).token().reveal());
    }

    Actor actor(Acting who) {
        return acting.get(who);
    }

    Actor actor(ByCode who) {
        return byCode.get(who);
    }

    private UUID guestOf(Actor doctor, VisitId visit) {
        var invited = inviteGuest.invite(
                doctor, visit, UUID.randomUUID(), new GuestInvitation(GuestKind.FAMILY, null, "Mia"));
        return ((InvitationOutcome.Invited) invited).guest();
    }

    private static boolean visitIsOpen(AppointmentId appointment) {
        var visits = new JdbcTemplate(TestDatabase.asSuperuser())
                .queryForObject("SELECT count(*) FROM encounter WHERE id = ?", Integer.class, appointment.value());
        return visits == 1;
    }

    private UUID documentOf(PatientId patient) {
        return documentOf(patient, "note", "Visit note", Sensitivity.ORDINARY);
    }

    private UUID protectedDocumentOf(PatientId patient) {
        var what = new Coded(null, null, PROTECTED);
        record.record(
                Actors.system(),
                patient,
                List.of(
                        protectedEntry(ResourceType.CONDITION, new ChartEntry.Problem(what, true, null, null)),
                        protectedEntry(
                                ResourceType.ALLERGY_INTOLERANCE,
                                new ChartEntry.Allergy(
                                        what, true, ChartEntry.Allergy.Criticality.HIGH, List.of(), null)),
                        protectedEntry(
                                ResourceType.MEDICATION_REQUEST,
                                new ChartEntry.Medication(what, true, null, null, null))));
        return documentOf(patient, "protected", PROTECTED, Sensitivity.PART2);
    }

    private static ImportedResource protectedEntry(ResourceType type, ChartEntry entry) {
        return new ImportedResource(type, "protected", entry, null, null, Sensitivity.PART2, new byte[0], null);
    }

    private UUID documentOf(PatientId patient, String id, String name, Sensitivity sensitivity) {
        var what = new ChartEntry.Document(new Coded(null, null, name), null, true, null);
        var bytes = ("Slept well. " + name).getBytes(StandardCharsets.UTF_8);
        record.record(
                Actors.system(),
                patient,
                List.of(new ImportedResource(
                        ResourceType.DOCUMENT_REFERENCE, id, what, null, null, sensitivity, bytes, bytes)));
        return new JdbcTemplate(TestDatabase.asSuperuser())
                .queryForObject(
                        "SELECT id FROM chart_resource WHERE patient_id = ? AND type = 'DocumentReference' AND resource_id = ?",
                        UUID.class,
                        patient.value(),
                        id);
    }

    @Nullable
    Actor actor(Visitor visitor) {
        return actors.get(visitor);
    }

    UUID id(String name) {
        return UUID.fromString(ids.get(name));
    }

    Instant time() {
        return Instant.parse(ids.get("time"));
    }

    /// The same with ids that nothing has.
    String fillWithNothing(String text) {
        for (var id : ids.entrySet()) {
            if (ID.matcher(id.getValue()).matches()) {
                text = text.replace(
                        "{" + id.getKey() + "}", TimeOrderedId.next().toString());
            }
        }
        return fill(text);
    }

    /// Puts the visit's ids in the place of `{names}`.
    String fill(String text) {
        text = text.replace("/exceptions/{id}", "/exceptions/{exception}").replace("/assets/**", "/assets/matrix.css");
        for (var id : ids.entrySet()) {
            text = text.replace("{" + id.getKey() + "}", id.getValue());
        }
        return text;
    }
}
