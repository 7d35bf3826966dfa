package health.visavis.server;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.TestDatabase;
import health.visavis.access.AccessDenied;
import health.visavis.access.Action;
import health.visavis.access.Actor;
import health.visavis.access.Origin;
import health.visavis.access.Proof;
import health.visavis.access.UseCase;
import health.visavis.kernel.PersonId;
import health.visavis.kernel.Requirement;
import health.visavis.server.UseCaseLine.Caller;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Every public method of every use case with every role, with one's own ids and with somebody else's. A method
/// that is not listed fails.
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UseCaseMatrixModuleTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    ApplicationContext context;

    @Autowired
    PlatformTransactionManager transactions;

    /// The application's own connection: sees what its open transaction has written.
    @Autowired
    JdbcTemplate within;

    @Autowired
    MatrixWorld world;

    private final JdbcTemplate database = new JdbcTemplate(TestDatabase.asSuperuser());

    private final Actor withoutRole =
            new Actor(PersonId.next(), Set.of(), null, null, new Origin("-", "-", "-"), Proof.NEVER);

    private Map<String, Call> calls;

    @BeforeAll
    void people() {
        world.open();
        calls = context.getBeansWithAnnotation(UseCase.class).values().stream()
                .flatMap(UseCaseMatrixModuleTest::callsOf)
                .collect(Collectors.toMap(Call::name, Function.identity()));
    }

    @Test
    void everyUseCaseIsListed() {
        assertThat(UseCaseLine.all().stream().map(UseCaseLine::name))
                .containsExactlyInAnyOrderElementsOf(calls.keySet());
    }

    /// What is let through is tried in a transaction that is rolled back: everybody finds the same visit.
    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("cells")
    @Requirement("IAM-10")
    void theAnswerIsTheListedOne(String name, Caller caller, UseCaseLine line) {
        var actor = actor(caller);
        var arguments = UseCaseArguments.ofTheVisit(world);

        var answer = attempt(line, actor, arguments);

        assertThat(answer).isEqualTo(line.expected().get(caller));
        if (!answer.equals("ok")) {
            var before = refusals(actor).size();
            assertThat(answerOf(line, actor, arguments)).isEqualTo(answer);
            assertThat(refusals(actor)).as("refusals on the trail").hasSize(before + 1);
            assertThat(refusals(actor).getLast()).isEqualTo(line.action());
        }
    }

    /// Who may not see a record hears the same when there is none.
    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("refusals")
    @Requirement("IAM-10")
    void aRefusalDoesNotTellWhetherTheRecordExists(String name, Caller caller, UseCaseLine line) {
        var answer = answerOf(line, actor(caller), UseCaseArguments.ofNothing(world));

        assertThat(answer).isEqualTo(line.expected().get(caller));
    }

    /// What shows a chart shows what wants a consent to the listed people while the patient has agreed, and to the
    /// patient alone after they took it back.
    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("looksAtCharts")
    @Requirement("IAM-10")
    void chartsAreShownAsFarAsThePatientHasAgreed(String name, Caller caller, UseCaseLine line) {
        for (var consent : WantsConsent.values()) {
            world.consents(consent);

            assertThat(shown(line, actor(caller)).contains(MatrixWorld.PROTECTED))
                    .as(consent.name())
                    .isEqualTo(consent.shows(name, caller));
        }
    }

    static Stream<Arguments> looksAtCharts() {
        return cells().filter(cell -> {
            var line = (UseCaseLine) cell.get()[2];
            var caller = (Caller) cell.get()[1];
            return line.action().equals(Action.READ_CHART.code())
                    && line.expected().get(caller).equals("ok");
        });
    }

    private String shown(UseCaseLine line, Actor actor) {
        return JSON.writeValueAsString(calls.get(line.name()).with(actor, UseCaseArguments.ofTheVisit(world)));
    }

    /// Somebody who acts for the patient, by what the patient has given.
    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("actingCells")
    @Requirement("IAM-10")
    void whoActsForThePatientIsAnsweredAsListed(String name, Acting who, UseCaseLine line) {
        var actor = world.actor(who);

        var answer = attempt(line, actor, UseCaseArguments.ofTheVisit(world));

        assertThat(who.isExpected(name, answer)).as("answered " + answer).isTrue();
        if (!answer.equals("ok")) {
            var before = refusals(actor).size();
            assertThat(answerOf(line, actor, UseCaseArguments.ofNothing(world)))
                    .as("with ids of nothing")
                    .isEqualTo(answer);
            assertThat(refusals(actor)).as("refusals on the trail").hasSize(before + 1);
            assertThat(refusals(actor).getLast()).isEqualTo(line.action());
        }
    }

    static Stream<Arguments> actingCells() {
        return UseCaseLine.all().stream()
                .flatMap(line -> Arrays.stream(Acting.values()).map(who -> Arguments.of(line.name(), who, line)));
    }

    /// Somebody who came by a sealed code, with every use case.
    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("byCodeCells")
    @Requirement("IAM-10")
    void whoCameByACodeIsAnsweredAsListed(String name, ByCode who, UseCaseLine line) {
        var actor = world.actor(who);

        var answer = attempt(line, actor, UseCaseArguments.ofTheVisit(world));

        assertThat(who.isExpected(name, answer)).as("answered " + answer).isTrue();
        if (!answer.equals("ok")) {
            var before = refusals(actor).size();
            assertThat(answerOf(line, actor, UseCaseArguments.ofNothing(world)))
                    .as("with ids of nothing")
                    .isEqualTo(answer);
            assertThat(refusals(actor)).as("refusals on the trail").hasSize(before + 1);
            assertThat(refusals(actor).getLast()).isEqualTo(line.action());
        }
    }

    static Stream<Arguments> byCodeCells() {
        return UseCaseLine.all().stream()
                .flatMap(line -> Arrays.stream(ByCode.values()).map(who -> Arguments.of(line.name(), who, line)));
    }

    static Stream<Arguments> cells() {
        return UseCaseLine.all().stream()
                .flatMap(line -> Arrays.stream(Caller.values()).map(caller -> Arguments.of(line.name(), caller, line)));
    }

    static Stream<Arguments> refusals() {
        return cells().filter(cell -> {
            var line = (UseCaseLine) cell.get()[2];
            return !line.expected().get((Caller) cell.get()[1]).equals("ok");
        });
    }

    private Actor actor(Caller caller) {
        return switch (caller) {
            case NO_ROLE -> withoutRole;
            case SYSTEM -> Actor.system("matrix");
            default -> world.actor(caller.visitor().orElseThrow());
        };
    }

    private String attempt(UseCaseLine line, Actor actor, UseCaseArguments arguments) {
        return new TransactionTemplate(transactions).execute(open -> {
            open.setRollbackOnly();
            var before = grants(actor).size();
            var answer = answerOf(line, actor, arguments);
            if (answer.equals("ok")) {
                var grants = grants(actor);
                assertThat(grants.subList(before, grants.size()).contains(line.action()))
                        .as("granted on the trail")
                        .isEqualTo(line.grantRecorded());
            }
            return answer;
        });
    }

    private String answerOf(UseCaseLine line, Actor actor, UseCaseArguments arguments) {
        var call = calls.get(line.name());
        assertThat(call).as("use case " + line.name()).isNotNull();
        try {
            call.with(actor, arguments);
            return "ok";
        } catch (AccessDenied denied) {
            return denied.existencePrivate() ? "404" : "403";
        }
    }

    private List<String> grants(Actor actor) {
        return within.queryForList(
                "SELECT action FROM audit_event WHERE actor = ? AND outcome = 'GRANTED' ORDER BY id",
                String.class,
                actor.person().value());
    }

    private List<String> refusals(Actor actor) {
        return database.queryForList(
                "SELECT action FROM audit_event WHERE actor = ? AND outcome = 'REFUSED' ORDER BY id",
                String.class,
                actor.person().value());
    }

    private static Stream<Call> callsOf(Object bean) {
        var type = AopUtils.getTargetClass(bean);
        var module = type.getPackageName().substring("health.visavis.".length());
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
                .peek(Method::trySetAccessible)
                .map(method -> new Call(module + "." + type.getSimpleName() + "." + method.getName(), bean, method));
    }

    private record Call(String name, Object bean, Method method) {

        @Nullable
        Object with(Actor actor, UseCaseArguments others) {
            var arguments = Stream.concat(Stream.of(actor), Arrays.stream(others.of(method)))
                    .toArray();
            try {
                return method.invoke(bean, arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause() instanceof RuntimeException cause
                        ? cause
                        : new IllegalStateException(thrown.getCause());
            } catch (IllegalAccessException hidden) {
                throw new IllegalStateException(hidden);
            }
        }
    }
}
