package health.visavis.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import health.visavis.TestDatabase;
import health.visavis.access.Actor;
import health.visavis.kernel.Requirement;
import health.visavis.server.Route.Visitor;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/// Every route with every role, with one's own ids and with somebody else's. A route that is not listed fails.
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessMatrixModuleTest {

    /// The filters of a request by what they answer themselves; those with nothing only look or refuse.
    private static final Map<String, String> ANSWERED_BY_FILTERS = Map.ofEntries(
            Map.entry("DisableEncodeUrlFilter", ""),
            Map.entry("WithoutSession", ""),
            Map.entry("WebAsyncManagerIntegrationFilter", ""),
            Map.entry("SecurityContextHolderFilter", ""),
            Map.entry("HeaderWriterFilter", ""),
            Map.entry("UploadGate", ""),
            Map.entry("LogoutTokenGate", ""),
            Map.entry("RequestLimits", ""),
            Map.entry("EndedSessions", ""),
            Map.entry("OidcBackChannelLogoutFilter", "POST /logout/connect/back-channel/{registration}"),
            Map.entry("CsrfFilter", ""),
            Map.entry("LogoutFilter", "POST /sign-out"),
            Map.entry("OAuth2AuthorizationRequestRedirectFilter", "GET /oauth2/authorization/{registration}"),
            Map.entry("OAuth2LoginAuthenticationFilter", "GET /login/oauth2/code/{registration}"),
            Map.entry("RequestCacheAwareFilter", ""),
            Map.entry("SessionManagementFilter", ""),
            Map.entry("SecurityContextHolderAwareRequestFilter", ""),
            Map.entry("AnonymousAuthenticationFilter", ""),
            Map.entry("ExceptionTranslationFilter", ""),
            Map.entry("AuthorizationFilter", ""));

    private static final Set<Visitor> NO_PART =
            EnumSet.of(Visitor.ADMIN, Visitor.OTHER_PATIENT, Visitor.OTHER_DOCTOR, Visitor.OTHER_NURSE);

    private int asked;

    @Autowired
    MockMvc browser;

    @Autowired
    List<RequestMappingInfoHandlerMapping> mappings;

    @Autowired
    List<AbstractUrlHandlerMapping> addresses;

    @Autowired
    FilterChainProxy security;

    @Autowired
    List<ServletRegistrationBean<?>> servlets;

    @Autowired
    SessionRepository<? extends Session> sessions;

    @Autowired
    MatrixWorld world;

    private final JdbcTemplate database = new JdbcTemplate(TestDatabase.asSuperuser());

    @BeforeAll
    void people() {
        world.open();
    }

    @Test
    void everyRouteIsListed() {
        var served = new TreeSet<String>();
        for (var mapping : mappings) {
            mapping.getHandlerMethods().keySet().forEach(info -> served.addAll(names(info)));
        }
        for (var mapping : addresses) {
            mapping.getHandlerMap().keySet().forEach(pattern -> served.add("GET " + pattern));
        }
        served.addAll(ANSWERED_BY_FILTERS.values().stream()
                .filter(name -> !name.isEmpty())
                .toList());
        var listed = Route.all().stream().map(Route::name).collect(Collectors.toCollection(TreeSet::new));

        assertThat(listed).containsExactlyElementsOf(served);
    }

    /// A filter can answer before any route is looked for.
    @Test
    void everyFilterIsKnown() {
        assertThat(security.getFilterChains().stream()
                        .flatMap(chain -> chain.getFilters().stream())
                        .map(filter -> filter.getClass().getSimpleName())
                        .collect(Collectors.toSet()))
                .isEqualTo(ANSWERED_BY_FILTERS.keySet());
    }

    @Test
    void thereIsNoServletBesideTheOneOfThePages() {
        assertThat(servlets)
                .singleElement()
                .satisfies(servlet -> assertThat(servlet.getUrlMappings()).containsExactly("/"));
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("cells")
    @Requirement({"IAM-10", "APP-06", "APP-08"})
    void theAnswerIsTheListedOne(String name, Visitor visitor, Route route) throws Exception {
        var actor = world.actor(visitor);
        var refusalsBefore = actor == null ? 0 : refusals(actor);

        var response = ask(route, actor, world::fill);

        var answer = answer(response);
        assertThat(answer)
                .as("status " + response.getStatus())
                .isEqualTo(route.expected().get(visitor));
        if (actor != null && !route.isPublic() && (answer.equals("403") || answer.equals("404"))) {
            assertThat(refusals(actor)).as("refusals on the trail").isGreaterThan(refusalsBefore);
        }
    }

    /// Whoever has no part in a record is answered as if there were none: an answer that differs could be asked for
    /// one id after the other.
    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("refusals")
    @Requirement("IAM-10")
    void whoHasNoPartInARecordIsNotToldWhetherItExists(String name, Visitor visitor, Route route) throws Exception {
        var response = ask(route, world.actor(visitor), world::fillWithNothing);

        assertThat(answer(response)).isEqualTo(route.expected().get(visitor));
    }

    /// What wants the patient's consent is on the listed pages for the listed people while they have agreed, on those
    /// of
    /// the patient after they took it back, and on no other page at all. Nothing else is answered otherwise.
    @ParameterizedTest(name = "{3}: {0} by {1}")
    @MethodSource("looks")
    @Requirement("IAM-10")
    void whatWantsAConsentIsShownWhereItIsListed(String name, Visitor visitor, Route route, WantsConsent consent)
            throws Exception {
        world.consents(consent);

        var response = ask(route, world.actor(visitor), MatrixWorld.ofProtected(world::fill));

        var shown = consent.shows(name, visitor);
        assertThat(response.getContentAsString().contains(MatrixWorld.PROTECTED))
                .isEqualTo(shown);
        assertThat(answer(response))
                .isEqualTo(
                        isWithheldDocument(route, visitor, consent)
                                ? "404"
                                : route.expected().get(visitor));
    }

    @ParameterizedTest(name = "{3}: {0} by {1}")
    @MethodSource("looksByProxies")
    @Requirement("IAM-10")
    void whoActsForThePatientIsShownNothingThatWantsAConsent(String name, Acting who, Route route, WantsConsent consent)
            throws Exception {
        world.consents(consent);

        var response = ask(route, world.actor(who), MatrixWorld.ofProtected(world::fill));

        assertThat(response.getContentAsString()).doesNotContain(MatrixWorld.PROTECTED);
    }

    @Test
    void whatIsListedAsShownExists() {
        var known = Stream.concat(
                        Route.all().stream().map(Route::name),
                        UseCaseLine.all().stream().map(UseCaseLine::name))
                .collect(Collectors.toSet());

        assertThat(known).containsAll(WantsConsent.listed());
    }

    /// One document is as if it were not there.
    private static boolean isWithheldDocument(Route route, Visitor visitor, WantsConsent consent) {
        return route.path().endsWith("/documents/{document}")
                && WantsConsent.AGREED.shows(route.name(), visitor)
                && !consent.shows(route.name(), visitor);
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> looks() {
        return looks(cells());
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> looksByProxies() {
        return looks(actingCells());
    }

    private static Stream<org.junit.jupiter.params.provider.Arguments> looks(
            Stream<org.junit.jupiter.params.provider.Arguments> cells) {
        var gets = cells.filter(cell -> {
                    var route = (Route) cell.get()[2];
                    return !route.isPublic() && !route.method().equals("POST");
                })
                .toList();
        return Arrays.stream(WantsConsent.values())
                .flatMap(consent -> gets.stream()
                        .map(cell -> org.junit.jupiter.params.provider.Arguments.of(
                                cell.get()[0], cell.get()[1], cell.get()[2], consent)));
    }

    /// The same pages show it when they may: the search above would find it.
    @Test
    @Requirement("IAM-10")
    void withConsentItIsOnThePagesOfThoseWhoTreatAndForThePatientItAlwaysIs() throws Exception {
        world.takesBackEveryConsent();
        var document = "/patients/{patient}/documents/{protected}";
        for (var visitor : List.of(Visitor.DOCTOR, Visitor.NURSE)) {
            assertThat(look(document, visitor).getStatus()).isEqualTo(404);
        }
        for (var own : List.of("/record", "/record/documents/{protected}")) {
            assertThat(look(own, Visitor.PATIENT).getContentAsString())
                    .contains(MatrixWorld.PROTECTED)
                    .doesNotContain("42 CFR part 2 prohibits");
        }

        world.agrees();

        for (var visitor : List.of(Visitor.DOCTOR, Visitor.NURSE)) {
            for (var path : List.of("/patients/{patient}", "/patients/{patient}/panel", document)) {
                assertThat(look(path, visitor).getContentAsString())
                        .as(path)
                        .contains(MatrixWorld.PROTECTED, "42 CFR part 2 prohibits unauthorized use or disclosure");
            }
        }
        assertThat(look("/record", world.actor(Acting.PROXY)).getContentAsString())
                .contains("Visit note")
                .doesNotContain(MatrixWorld.PROTECTED, "/record/consents");
        for (var visitor : NO_PART) {
            assertThat(look("/patients/{patient}", visitor).getContentAsString())
                    .doesNotContain(MatrixWorld.PROTECTED);
        }
        world.takesBackEveryConsent();
    }

    /// What is said of withheld entries is said above every record in the same words.
    @Test
    void thatSomethingMayBeWithheldIsSaidOfEverybody() throws Exception {
        var words = "whether something is withheld or not";
        world.takesBackEveryConsent();
        assertThat(look("/patients/{patient}", Visitor.DOCTOR).getContentAsString())
                .contains(words)
                .doesNotContain("42 CFR");
        world.agrees();
        assertThat(look("/patients/{patient}", Visitor.DOCTOR).getContentAsString())
                .contains(words);
        world.takesBackEveryConsent();
    }

    private MockHttpServletResponse look(String path, Visitor visitor) throws Exception {
        return look(path, world.actor(visitor));
    }

    private MockHttpServletResponse look(String path, Actor actor) throws Exception {
        return browser.perform(request(HttpMethod.GET, world.fill(path)).with(ServerTestConfiguration.as(actor)))
                .andReturn()
                .getResponse();
    }

    /// Somebody who acts for the patient, by what the patient has given.
    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("actingCells")
    @Requirement("IAM-10")
    void whoActsForThePatientIsAnsweredAsListed(String name, Acting who, Route route) throws Exception {
        var actor = world.actor(who);
        var refusalsBefore = refusals(actor);

        var answer = answer(ask(route, actor, world::fill));

        if (route.isPublic()) {
            assertThat(answer).isEqualTo(route.expected().get(Visitor.PATIENT));
            return;
        }
        assertThat(who.isExpected(name, answer)).as("answered " + answer).isTrue();
        if (!answer.equals("ok")) {
            assertThat(refusals(actor)).as("refusals on the trail").isGreaterThan(refusalsBefore);
            assertThat(answer(ask(route, actor, world::fillWithNothing)))
                    .as("with ids of nothing")
                    .isEqualTo(answer);
        }
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> actingCells() {
        return Route.all().stream()
                .flatMap(route -> Arrays.stream(Acting.values())
                        .map(who -> org.junit.jupiter.params.provider.Arguments.of(route.name(), who, route)));
    }

    /// Somebody who came by a sealed code, on every route.
    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("byCodeCells")
    @Requirement("IAM-10")
    void whoCameByACodeIsAnsweredAsListed(String name, ByCode who, Route route) throws Exception {
        var answer = answer(ask(route, world.actor(who), world::fill));

        if (route.isPublic()) {
            assertThat(answer).isEqualTo(route.expected().get(Visitor.DOCTOR));
            return;
        }
        assertThat(who.isExpected(name, answer)).as("answered " + answer).isTrue();
        if (!answer.equals("ok")) {
            assertThat(answer(ask(route, world.actor(who), world::fillWithNothing)))
                    .as("with ids of nothing")
                    .isEqualTo(answer);
        }
    }

    @Test
    void onlyWhatThereIsIsOpenToACode() {
        assertThat(Stream.concat(
                        Route.all().stream().map(Route::name),
                        UseCaseLine.all().stream().map(UseCaseLine::name)))
                .containsAll(ByCode.listed().keySet());
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> byCodeCells() {
        return Route.all().stream()
                .flatMap(route -> Arrays.stream(ByCode.values())
                        .map(who -> org.junit.jupiter.params.provider.Arguments.of(route.name(), who, route)));
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> refusals() {
        return cells().filter(cell -> {
            var visitor = (Visitor) cell.get()[1];
            var route = (Route) cell.get()[2];
            return NO_PART.contains(visitor)
                    && (route.path() + route.form()).contains("{")
                    && Set.of("403", "404").contains(route.expected().get(visitor));
        });
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> cells() {
        return Route.all().stream()
                .flatMap(route -> Arrays.stream(Visitor.values())
                        .map(visitor -> org.junit.jupiter.params.provider.Arguments.of(route.name(), visitor, route)));
    }

    /// Each time from another address: how much strangers at one of them may ask for is tried elsewhere.
    private MockHttpServletResponse ask(Route route, Actor actor, UnaryOperator<String> fill) throws Exception {
        var address = "2001:db8::" + Integer.toHexString(++asked);
        var request = request(
                        HttpMethod.valueOf(route.method().equals("ANY") ? "GET" : route.method()),
                        fill.apply(route.path()))
                .header("Accept", route.path().startsWith("/api") ? "application/json" : "text/html")
                .with(csrf())
                .with(from -> {
                    from.setRemoteAddr(address);
                    return from;
                });
        if (route.form().startsWith("{")) {
            request.contentType("application/json").content(fill.apply(route.form()));
        } else {
            pairs(fill.apply(route.form())).forEach(request::param);
        }
        if (actor != null) {
            request.with(ServerTestConfiguration.as(actor));
            if (route.path().equals("/live")) {
                request.cookie(session(sessions));
            }
        }
        return browser.perform(request).andReturn().getResponse();
    }

    /// A connection belongs to a session; a request is content with who asks.
    private static <S extends Session> Cookie session(SessionRepository<S> sessions) {
        var session = sessions.createSession();
        sessions.save(session);
        return new Cookie(
                "visavis", Base64.getEncoder().encodeToString(session.getId().getBytes(StandardCharsets.UTF_8)));
    }

    private static String answer(MockHttpServletResponse response) {
        var location = response.getHeader("Location");
        return switch (response.getStatus()) {
            case 401 -> "in";
            case 302 -> location != null && location.contains("/oauth2/authorization/") ? "in" : "ok";
            case 403 -> "403";
            case 404 -> "404";
            case 429 -> "429";
            case 500 -> "500";
            default -> "ok";
        };
    }

    private int refusals(Actor actor) {
        return database.queryForObject(
                "SELECT count(*) FROM audit_event WHERE actor = ? AND outcome = 'REFUSED'",
                Integer.class,
                actor.person().value());
    }

    private static Map<String, String> pairs(String form) {
        return form.isEmpty()
                ? Map.of()
                : Arrays.stream(form.split("&"))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static List<String> names(RequestMappingInfo info) {
        var methods = info.getMethodsCondition().getMethods().isEmpty()
                ? List.of("ANY")
                : info.getMethodsCondition().getMethods().stream()
                        .map(Enum::name)
                        .toList();
        return info.getPatternValues().stream()
                .flatMap(pattern -> methods.stream().map(method -> method + " " + pattern))
                .toList();
    }
}
