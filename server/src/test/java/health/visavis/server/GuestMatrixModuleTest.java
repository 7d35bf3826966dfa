package health.visavis.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import health.visavis.TestDatabase;
import health.visavis.access.AccessDenied;
import health.visavis.access.Actor;
import health.visavis.access.Actors;
import health.visavis.access.UseCase;
import health.visavis.kernel.PersonId;
import health.visavis.kernel.Requirement;
import health.visavis.kernel.TimeSlot;
import health.visavis.kernel.VisitId;
import health.visavis.live.LiveEvent;
import health.visavis.live.Topic;
import health.visavis.people.PeopleFixtures;
import health.visavis.scheduling.SchedulingFixtures;
import health.visavis.server.Route.Visitor;
import health.visavis.visit.AdmitGuest;
import health.visavis.visit.AdmitPatient;
import health.visavis.visit.ArriveAtVisit;
import health.visavis.visit.GuestInvitation;
import health.visavis.visit.GuestKind;
import health.visavis.visit.InviteGuest;
import health.visavis.visit.InviteGuest.InvitationOutcome;
import health.visavis.visit.OpenVisit;
import health.visavis.visit.PromoteGuest;
import health.visavis.visit.RemoveGuest;
import health.visavis.web.live.LiveCommand;
import health.visavis.web.live.LiveConnection;
import health.visavis.web.live.LiveEventView;
import health.visavis.web.live.LiveTopicGuard;
import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Every route, use case, topic and message with guests of every standing. What the file does not list is refused, so a
/// new one is closed to guests until somebody opens it there.
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuestMatrixModuleTest {

    enum Standing {
        WAITING,
        ADMITTED,
        CO_HOST,
        REMOVED,
        ELSEWHERE
    }

    private record Guest(Actor actor, Cookie session) {}

    @Autowired
    MockMvc browser;

    @Autowired
    ApplicationContext context;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    List<LiveTopicGuard> guards;

    @Autowired
    List<LiveCommand> commands;

    @Autowired
    List<LiveEventView> views;

    @Autowired
    MatrixWorld world;

    @Autowired
    PeopleFixtures people;

    @Autowired
    SchedulingFixtures scheduling;

    @Autowired
    OpenVisit openVisit;

    @Autowired
    ArriveAtVisit arriveAtVisit;

    @Autowired
    AdmitPatient admitPatient;

    @Autowired
    InviteGuest inviteGuest;

    @Autowired
    AdmitGuest admitGuest;

    @Autowired
    PromoteGuest promoteGuest;

    @Autowired
    RemoveGuest removeGuest;

    @Autowired
    JsonMapper json;

    @Autowired
    Clock clock;

    private final JdbcTemplate database = new JdbcTemplate(TestDatabase.asSuperuser());
    private final Map<Standing, Guest> guests = new EnumMap<>(Standing.class);

    @BeforeAll
    void aVisitWithGuests() throws Exception {
        world.open();
        var visit = new VisitId(world.id("visit"));
        var doctor = world.actor(Visitor.DOCTOR);
        arriveAtVisit.arrive(world.actor(Visitor.PATIENT), visit);
        admitPatient.admit(doctor, visit);
        for (var standing : List.of(Standing.WAITING, Standing.ADMITTED, Standing.CO_HOST, Standing.REMOVED)) {
            guests.put(standing, guest(doctor, visit));
        }
        admitGuest.admit(doctor, visit, id(Standing.ADMITTED));
        admitGuest.admit(doctor, visit, id(Standing.CO_HOST));
        promoteGuest.promote(doctor, visit, id(Standing.CO_HOST));
        removeGuest.remove(doctor, visit, id(Standing.REMOVED));
        guests.put(Standing.ELSEWHERE, elsewhere());
    }

    @Test
    void onlyWhatThereIsIsListed() throws IOException {
        var names = Stream.of(
                        Route.all().stream().map(Route::name),
                        UseCaseLine.all().stream().map(UseCaseLine::name),
                        guards.stream().map(guard -> "TOPIC " + guard.prefix()),
                        commands.stream().map(command -> "SEND " + command.type()))
                .flatMap(all -> all)
                .toList();

        assertThat(names).containsAll(listed().keySet());
    }

    @ParameterizedTest(name = "{0} by a guest who is {1}")
    @MethodSource("routes")
    @Requirement({"APP-05", "IAM-10"})
    void theAnswerToARequestIsTheListedOne(String name, Standing standing, Route route) throws Exception {
        var response = ask(route, guests.get(standing).session());

        holds(name, standing, answer(response), "status " + response.getStatus());
    }

    @ParameterizedTest(name = "{0} by a guest who is {1}")
    @MethodSource("useCases")
    @Requirement({"APP-05", "IAM-10"})
    void theAnswerOfAUseCaseIsTheListedOne(String name, Standing standing) {
        var answer = new TransactionTemplate(transactions).execute(open -> {
            open.setRollbackOnly();
            return answerOf(() -> call(name, guests.get(standing).actor()));
        });

        holds(name, standing, answer, "use case");
    }

    @ParameterizedTest(name = "{0} by a guest who is {1}")
    @MethodSource("live")
    @Requirement({"APP-05", "IAM-10"})
    void theAnswerOfTheLiveConnectionIsTheListedOne(String kind, Standing standing, String name, String sent)
            throws Exception {
        var actor = guests.get(standing).actor();
        var message = json.readTree(kind.equals("SEND") ? world.fill(sent) : "{}");
        var answer = answerOf(() -> {
            if (kind.equals("TOPIC")) {
                guards.stream()
                        .filter(guard -> guard.prefix().equals(name))
                        .forEach(guard -> guard.require(actor, UUID.fromString(world.fill(sent))));
            } else {
                commands.stream()
                        .filter(command -> command.type().equals(name))
                        .forEach(command -> command.handle(actor, message, new Deaf()));
            }
        });

        holds(kind + " " + name, standing, answer, "live");
    }

    @Test
    void aGuestFollowsTheirOwnStandingAndNobodyElses() {
        var own = guards.stream()
                .filter(guard -> guard.prefix().equals("guest"))
                .findFirst()
                .orElseThrow();
        var waiting = guests.get(Standing.WAITING).actor();

        assertThat(answerOf(() -> own.require(waiting, id(Standing.WAITING)))).isEqualTo("ok");
        assertThat(answerOf(() -> own.require(waiting, id(Standing.ADMITTED)))).isEqualTo("404");
        assertThat(answerOf(() -> own.require(guests.get(Standing.REMOVED).actor(), id(Standing.REMOVED))))
                .isEqualTo("404");
    }

    /// An event that a guest may hear of is never one that breaks off what they follow.
    @Test
    void whatAGuestHearsOfIsTheCallAndTheirOwnStanding() {
        assertThat(views.stream().filter(LiveEventView::forGuests).map(LiveEventView::kind))
                .containsExactlyInAnyOrder("seat", "signal", "rung", "guest", "standing", "recording");

        var topic = Topic.visit(world.id("visit"));
        for (var kind : List.of("seat", "signal", "rung", "guest", "recording")) {
            var event = new LiveEvent(topic, 1, kind, world.id("visit"), Instant.EPOCH);
            var view = views.stream()
                    .filter(each -> each.kind().equals(kind))
                    .findFirst()
                    .orElseThrow();
            var admitted = guests.get(Standing.ADMITTED).actor();
            assertThatCode(() -> view.view(admitted, event)).as(kind).doesNotThrowAnyException();
            for (var standing : List.of(Standing.WAITING, Standing.REMOVED, Standing.ELSEWHERE)) {
                var outside = guests.get(standing).actor();
                assertThatThrownBy(() -> view.view(outside, event))
                        .as(kind + " for " + standing)
                        .isInstanceOf(AccessDenied.class);
            }
        }
        var changed = views.stream()
                .filter(each -> each.kind().equals("guest"))
                .findFirst()
                .orElseThrow();
        var event = new LiveEvent(topic, 1, "guest", world.id("guest"), Instant.EPOCH);
        assertThat(changed.view(guests.get(Standing.ADMITTED).actor(), event)).isNull();
        assertThat(changed.view(guests.get(Standing.CO_HOST).actor(), event)).isNotNull();
    }

    static Stream<Arguments> routes() {
        return Route.all().stream()
                .filter(route -> !route.isPublic())
                .flatMap(route -> each().map(standing -> Arguments.of(route.name(), standing, route)));
    }

    static Stream<Arguments> useCases() {
        return UseCaseLine.all().stream().flatMap(line -> each().map(standing -> Arguments.of(line.name(), standing)));
    }

    static Stream<Arguments> live() throws IOException {
        return lines("live-matrix.txt")
                .map(line -> line.split("\\s+", 10))
                .filter(line -> !line[1].equals("guest"))
                // Answered later; its use case is tried above.
                .filter(line -> !line[1].equals("message"))
                .flatMap(line -> each().map(standing -> Arguments.of(line[0], standing, line[1], line[9])));
    }

    private static Stream<Standing> each() {
        return Arrays.stream(Standing.values());
    }

    private void holds(String name, Standing standing, String answer, String about) {
        var expected = expected(name, standing);
        if (expected == null) {
            assertThat(answer).as(about).isIn("403", "404");
        } else {
            assertThat(answer).as(about).isEqualTo(expected);
        }
    }

    private static String expected(String name, Standing standing) {
        try {
            var answers = listed().get(name);
            return answers == null ? null : answers.get(standing.ordinal());
        } catch (IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }

    private static Map<String, List<String>> listed() throws IOException {
        var listed = new HashMap<String, List<String>>();
        lines("guest-matrix.txt").forEach(line -> {
            var words = List.of(line.strip().split("\\s+"));
            var name = words.size() - Standing.values().length;
            listed.put(String.join(" ", words.subList(0, name)), words.subList(name, words.size()));
        });
        return listed;
    }

    private static Stream<String> lines(String file) throws IOException {
        return new ClassPathResource(file)
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"));
    }

    private MockHttpServletResponse ask(Route route, Cookie session) throws Exception {
        var request = request(HttpMethod.valueOf(route.method()), world.fill(route.path()))
                .header("Accept", route.path().startsWith("/api") ? "application/json" : "text/html")
                .cookie(session)
                .with(csrf());
        if (route.form().startsWith("{")) {
            request.contentType("application/json").content(world.fill(route.form()));
        } else if (!route.form().isEmpty()) {
            for (var pair : world.fill(route.form()).split("&")) {
                request.param(pair.split("=", 2)[0], pair.split("=", 2)[1]);
            }
        }
        return browser.perform(request).andReturn().getResponse();
    }

    private static String answer(MockHttpServletResponse response) {
        return switch (response.getStatus()) {
            case 401, 403 -> "403";
            case 404 -> "404";
            case 500 -> "500";
            default -> "ok";
        };
    }

    private void call(String name, Actor actor) {
        var arguments = UseCaseArguments.ofTheVisit(world);
        for (var bean : context.getBeansWithAnnotation(UseCase.class).values()) {
            var type = AopUtils.getTargetClass(bean);
            var module = type.getPackageName().substring("health.visavis.".length());
            for (var method : type.getDeclaredMethods()) {
                if (Modifier.isPublic(method.getModifiers())
                        && name.equals(module + "." + type.getSimpleName() + "." + method.getName())) {
                    method.trySetAccessible();
                    try {
                        method.invoke(
                                bean,
                                Stream.concat(Stream.of(actor), Arrays.stream(arguments.of(method)))
                                        .toArray());
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause() instanceof RuntimeException cause
                                ? cause
                                : new IllegalStateException(thrown.getCause());
                    } catch (IllegalAccessException hidden) {
                        throw new IllegalStateException(hidden);
                    }
                    return;
                }
            }
        }
        throw new AssertionError("no use case " + name);
    }

    private static String answerOf(Runnable attempt) {
        try {
            attempt.run();
            return "ok";
        } catch (AccessDenied denied) {
            return denied.existencePrivate() ? "404" : "403";
        }
    }

    private UUID id(Standing standing) {
        return guests.get(standing).actor().person().value();
    }

    /// Opens the link as a browser does, and waits.
    private Guest guest(Actor inviter, VisitId visit) throws Exception {
        var invited = (InvitationOutcome.Invited) inviteGuest.invite(
                inviter, visit, UUID.randomUUID(), new GuestInvitation(GuestKind.CLINICIAN, null, "Colleague"));
        var entered = browser.perform(post("/join/" + invited.token().reveal())
                        .param("name", "Dr. Lee")
                        .with(csrf()))
                .andReturn()
                .getResponse();
        assertThat(entered.getStatus()).isEqualTo(303);
        var session = Objects.requireNonNull(entered.getCookie("visavis"));
        browser.perform(
                post("/visits/" + visit + "/guest/arrival").cookie(session).with(csrf()));
        var holder = database.queryForObject(
                "SELECT holder FROM link JOIN visit_companion ON link_id = link.id WHERE visit_companion.id = ?",
                String.class,
                invited.guest());
        return new Guest(Actors.guest(new PersonId(invited.guest()), holder), session);
    }

    private Guest elsewhere() throws Exception {
        var patient = people.patient();
        var doctor = scheduling.doctorWithHours();
        var slot = new TimeSlot(clock.instant(), clock.instant().plus(Duration.ofMinutes(30)));
        var visit = openVisit.open(
                Actors.system(),
                new health.visavis.kernel.AppointmentId(UUID.randomUUID()),
                Objects.requireNonNull(patient.patient()),
                Objects.requireNonNull(doctor.clinician()),
                slot);
        arriveAtVisit.arrive(patient, visit);
        admitPatient.admit(doctor, visit);
        var guest = guest(doctor, visit);
        admitGuest.admit(doctor, visit, guest.actor().person().value());
        promoteGuest.promote(doctor, visit, guest.actor().person().value());
        return guest;
    }

    private static final class Deaf implements LiveConnection {

        @Override
        public String id() {
            return "test";
        }

        @Override
        public void send(Object message) {}

        @Override
        public void onClose(Runnable action) {}
    }
}
