package health.visavis.server;

import health.visavis.access.Action;
import health.visavis.access.Role;
import health.visavis.alarm.RaisedAlarm.Finding;
import health.visavis.audit.AuditQuery;
import health.visavis.breakglass.EmergencyReason;
import health.visavis.breakglass.EmergencyReview.Verdict;
import health.visavis.breakglass.OpenInEmergency.Emergency;
import health.visavis.breakglass.Sought;
import health.visavis.consent.ConsentFixtures;
import health.visavis.consent.ConsentPeriod;
import health.visavis.consent.GiveConsent.Agreement;
import health.visavis.consent.Recipients;
import health.visavis.custody.domain.KeyAct;
import health.visavis.emergency.Place;
import health.visavis.insight.CallQuery;
import health.visavis.insight.SimulateAccess.Question;
import health.visavis.insight.SurveyAnswer;
import health.visavis.kernel.AppointmentId;
import health.visavis.kernel.ClinicianId;
import health.visavis.kernel.FileId;
import health.visavis.kernel.MessageId;
import health.visavis.kernel.PatientId;
import health.visavis.kernel.PersonId;
import health.visavis.kernel.RecordingId;
import health.visavis.kernel.Sensitive;
import health.visavis.kernel.ThreadId;
import health.visavis.kernel.TimeOrderedId;
import health.visavis.kernel.TimeSlot;
import health.visavis.kernel.VisitId;
import health.visavis.links.Links.Attempt;
import health.visavis.messaging.MessageDraft;
import health.visavis.people.ExternalId;
import health.visavis.people.Gender;
import health.visavis.people.NewStaff;
import health.visavis.people.PatientDetails;
import health.visavis.people.PeopleFixtures;
import health.visavis.people.PersonDetails;
import health.visavis.proxy.ProxyFixtures;
import health.visavis.proxy.ProxyWish;
import health.visavis.proxy.Relationship;
import health.visavis.recording.KeepPiece;
import health.visavis.recording.StorePart.PartDraft;
import health.visavis.scheduling.AppointmentRequest;
import health.visavis.scheduling.AppointmentRevision;
import health.visavis.scheduling.domain.BookingFixtures;
import health.visavis.scheduling.domain.BookingRules;
import health.visavis.scheduling.domain.CancellationReason;
import health.visavis.scheduling.domain.ClinicHours;
import health.visavis.scheduling.domain.DeclineReason;
import health.visavis.scheduling.domain.HoursExceptionId;
import health.visavis.scheduling.domain.OpeningHours;
import health.visavis.scheduling.domain.ReasonForVisit;
import health.visavis.telephone.CallPatient;
import health.visavis.telephone.MeetByPhone;
import health.visavis.visit.DeviceFindings;
import health.visavis.visit.GuestInvitation;
import health.visavis.visit.GuestKind;
import health.visavis.visit.LineQuality;
import health.visavis.visit.ReportLineFailure;
import health.visavis.visit.SendSignal;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/// What the use case matrix calls use cases with: the ids of [MatrixWorld]'s visit, or ids of nothing at all.
/// Found by the type of a parameter, and by its name where the type says too little.
final class UseCaseArguments {

    private static final PersonDetails SOMEBODY =
            new PersonDetails("New", "Example", null, null, PeopleFixtures.NEW_YORK, Locale.ENGLISH);

    private final Map<Class<?>, Supplier<Object>> byType = new HashMap<>();
    private final Map<String, Supplier<Object>> byName = new HashMap<>();

    private UseCaseArguments(Function<String, UUID> ids, Instant time) {
        ids(ids);
        scheduling(ids, time);
        people();
        visit();
        byType.put(
                MessageDraft.class,
                () -> new MessageDraft(new ThreadId(ids.apply("thread")), UUID.randomUUID(), Sensitive.of("hello")));
        byName.put("sequence", () -> 1L);
        byName.put("imported", List::of);
        byName.put("before", () -> Long.MAX_VALUE);
        byName.put("withOwn", () -> true);
        byName.put("entry", () -> 1L);
        byName.put("event", TimeOrderedId::next);
        byName.put("request", TimeOrderedId::next);
        byName.put("reason", () -> "");
        byType.put(KeyAct.class, KeyAct.Rotate::new);
        byName.put("alarm", TimeOrderedId::next);
        byName.put("code", TimeOrderedId::next);
        emergencies(ids);
        consents(ids);
        byName.put("size", () -> 1L);
        proxies();
        byType.put(Finding.class, () -> Finding.EXPECTED);
        byType.put(AuditQuery.class, () -> new AuditQuery(null, null, null, null, Instant.EPOCH, time, 10));
    }

    static UseCaseArguments ofTheVisit(MatrixWorld world) {
        return new UseCaseArguments(world::id, world.time());
    }

    /// Ids that nothing has.
    static UseCaseArguments ofNothing(MatrixWorld world) {
        return new UseCaseArguments(name -> TimeOrderedId.next(), world.time());
    }

    /// Without the actor.
    Object[] of(Method useCase) {
        return Arrays.stream(useCase.getParameters())
                .skip(1)
                .map(parameter -> argument(useCase, parameter))
                .toArray();
    }

    private Object argument(Method useCase, Parameter parameter) {
        var found = byType.getOrDefault(parameter.getType(), byName.get(parameter.getName()));
        if (found == null) {
            throw new AssertionError("The use case matrix has nothing to give to '%s %s' of %s.%s: add it to %s."
                    .formatted(
                            parameter.getType().getSimpleName(),
                            parameter.getName(),
                            useCase.getDeclaringClass().getSimpleName(),
                            useCase.getName(),
                            UseCaseArguments.class.getSimpleName()));
        }
        return found.get();
    }

    private void emergencies(Function<String, UUID> ids) {
        var sought = new Sought(Sensitive.of("Nobody"), LocalDate.of(1980, 1, 2));
        byType.put(Sought.class, () -> sought);
        byType.put(
                Emergency.class,
                () -> new Emergency(
                        new PatientId(ids.apply("patient")),
                        sought,
                        EmergencyReason.OTHER,
                        Sensitive.of("Collapsed"),
                        true));
        byName.put("emergency", TimeOrderedId::next);
        byType.put(Verdict.class, () -> Verdict.JUSTIFIED);
    }

    private void consents(Function<String, UUID> ids) {
        byName.put("consent", () -> ids.apply("consent"));
        byType.put(
                Agreement.class,
                () -> new Agreement(ConsentFixtures.SHOWN, new Recipients.AllWhoTreat(), ConsentPeriod.ONE_YEAR, true));
        byType.put(
                Question.class,
                () -> new Question(
                        new PersonId(ids.apply("person")), new PatientId(ids.apply("patient")), Action.READ_CHART));
    }

    private void proxies() {
        byName.put("grant", TimeOrderedId::next);
        byName.put("invitation", TimeOrderedId::next);
        byType.put(ProxyWish.class, () -> ProxyFixtures.wish(Relationship.MOTHER));
        byType.put(Attempt.class, () -> ProxyFixtures.attempt(Sensitive.of("A".repeat(43))));
    }

    private void ids(Function<String, UUID> ids) {
        byType.put(AppointmentId.class, () -> new AppointmentId(ids.apply("id")));
        byType.put(VisitId.class, () -> new VisitId(ids.apply("visit")));
        byType.put(PatientId.class, () -> new PatientId(ids.apply("patient")));
        byType.put(ClinicianId.class, () -> new ClinicianId(ids.apply("clinician")));
        byType.put(PersonId.class, () -> new PersonId(ids.apply("person")));
        byType.put(ThreadId.class, () -> new ThreadId(ids.apply("thread")));
        byType.put(MessageId.class, () -> new MessageId(ids.apply("message")));
        byType.put(RecordingId.class, () -> new RecordingId(ids.apply("recording")));
        byType.put(FileId.class, FileId::next);
        byType.put(
                PartDraft.class,
                () -> new PartDraft(new RecordingId(ids.apply("recording")), 0, 0, Sensitive.of(new byte[] {1})));
        byType.put(
                KeepPiece.Piece.class,
                () -> new KeepPiece.Piece(new RecordingId(ids.apply("recording")), "a", 1, List.of()));
        byName.put("wording", () -> 1);
        byName.put("consents", () -> true);
        byName.put("segment", () -> 0);
        byType.put(HoursExceptionId.class, () -> new HoursExceptionId(ids.apply("exception")));
        byName.put("document", () -> ids.apply("document"));
        byName.put("seat", TimeOrderedId::next);
        byName.put("guest", () -> ids.apply("guest"));
        byName.put("signal", TimeOrderedId::next);
    }

    private void scheduling(Function<String, UUID> ids, Instant time) {
        var hours = BookingFixtures.hours("09:00", "12:00");
        byType.put(AppointmentRevision.class, () -> new AppointmentRevision(new AppointmentId(ids.apply("id")), 1));
        byType.put(
                AppointmentRequest.class,
                () -> new AppointmentRequest(
                        UUID.randomUUID(),
                        new PatientId(ids.apply("patient")),
                        new ClinicianId(ids.apply("clinician")),
                        time,
                        new ReasonForVisit("cough")));
        byType.put(
                ClinicHours.class,
                () -> new ClinicHours(
                        new ClinicianId(ids.apply("clinician")),
                        PeopleFixtures.NEW_YORK,
                        new BookingRules(Duration.ofMinutes(30), Duration.ZERO, 60),
                        BookingFixtures.everyDay(hours)));
        byType.put(OpeningHours.class, () -> hours);
        byType.put(CancellationReason.class, () -> CancellationReason.OTHER);
        byType.put(DeclineReason.class, () -> DeclineReason.OTHER);
        byType.put(TimeSlot.class, () -> new TimeSlot(time, time.plus(Duration.ofDays(1))));
        byType.put(Instant.class, () -> time);
        byType.put(LocalDate.class, () -> LocalDate.of(2027, 2, 1));
        byName.put("from", () -> LocalDateTime.of(2027, 2, 1, 9, 0));
        byName.put("until", () -> LocalDateTime.of(2027, 2, 2, 9, 0));
    }

    private void people() {
        byType.put(
                ExternalId.class,
                () -> new ExternalId("urn:visavis:test", UUID.randomUUID().toString()));
        byType.put(PersonDetails.class, () -> SOMEBODY);
        byType.put(
                PatientDetails.class,
                () -> new PatientDetails(SOMEBODY, LocalDate.of(1980, 1, 1), Gender.UNKNOWN, null));
        byType.put(NewStaff.class, () -> new NewStaff(PersonId.next(), SOMEBODY, Set.of(Role.NURSE), "", Set.of()));
        byName.put("roles", () -> Set.of(Role.NURSE));
        byType.put(ZoneId.class, () -> PeopleFixtures.NEW_YORK);
        byType.put(Locale.class, () -> Locale.ENGLISH);
        byName.put("name", () -> "Example Clinic");
        byName.put("phone", () -> "+12025550123");
        byName.put("specialty", () -> "General practice");
        byName.put("worksWith", List::of);
        byName.put("nameContains", () -> "exa");
    }

    private void visit() {
        byType.put(
                LineQuality.class,
                () -> new LineQuality(null, null, null, null, null, null, false, true, null, null, null, null));
        byType.put(SendSignal.Outgoing.class, () -> new SendSignal.Outgoing(1, TimeOrderedId.next(), 1, "{}"));
        byType.put(
                ReportLineFailure.Failure.class,
                () -> new ReportLineFailure.Failure(1, 1, ReportLineFailure.Kind.MEDIA_LOST));
        byType.put(SurveyAnswer.class, () -> new SurveyAnswer(SurveyAnswer.Connection.GOOD, null, null));
        byType.put(
                CallQuery.class,
                () -> new CallQuery(Instant.EPOCH, Instant.EPOCH.plusSeconds(60), null, null, null, 10));
        byName.put("epoch", () -> 1);
        byType.put(
                CallPatient.CallRequest.class,
                () -> new CallPatient.CallRequest(UUID.randomUUID(), Sensitive.of("+12025550123")));
        byType.put(MeetByPhone.Wish.class, () -> new MeetByPhone.Wish(Sensitive.of("+12025550123"), false));
        byName.put("named", () -> Sensitive.of(new Place("1 Main St, Albany", "NY", "", "")));
        byName.put("raised", () -> true);
        byType.put(GuestInvitation.class, () -> new GuestInvitation(GuestKind.FAMILY, null, "Mia"));
        byType.put(
                DeviceFindings.class,
                () -> new DeviceFindings(
                        DeviceFindings.Finding.PASS,
                        DeviceFindings.Finding.PASS,
                        DeviceFindings.Finding.UNTRIED,
                        DeviceFindings.Finding.PASS,
                        DeviceFindings.Way.UDP,
                        null,
                        null,
                        null));
    }
}
