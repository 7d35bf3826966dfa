package health.visavis.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import health.visavis.kernel.Requirement;
import health.visavis.server.Route.Visitor;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// Everything that only somebody signed in may read asks browsers and what is between to keep none of it. The
/// routes are those of the access matrix, which fails when one is missing.
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NothingIsCachedModuleTest {

    @Autowired
    MockMvc browser;

    @Autowired
    MatrixWorld world;

    @BeforeAll
    void people() {
        world.open();
        world.asksSomebodyToAct();
    }

    @ParameterizedTest(name = "{0} for {1}")
    @MethodSource("answers")
    @Requirement({"APP-14", "EDG-10"})
    void theAnswerIsNotToBeStored(String name, Visitor visitor, Route route) throws Exception {
        var query = route.form().isEmpty() ? "" : "?" + route.form();

        var answer = browser.perform(get(URI.create(world.fill(route.path() + query)))
                        .header("Accept", route.path().startsWith("/api") ? "application/json" : "text/html")
                        .with(ServerTestConfiguration.as(world.actor(visitor))))
                .andReturn()
                .getResponse();

        assertThat(answer.getStatus()).isLessThan(400);
        assertThat(answer.getHeader("Cache-Control")).contains("no-store");
    }

    static Stream<Arguments> answers() {
        return Route.all().stream()
                .filter(route -> route.method().equals("GET") && !route.isPublic() && !isASocket(route))
                .flatMap(route -> visitors(route).stream().map(visitor -> Arguments.of(route.name(), visitor, route)));
    }

    /// The handshake of a socket is no answer that anything could keep.
    private static boolean isASocket(Route route) {
        return route.path().equals("/live");
    }

    private static List<Visitor> visitors(Route route) {
        return Arrays.stream(Visitor.values())
                .filter(visitor -> route.expected().get(visitor).equals("ok"))
                .toList();
    }
}
