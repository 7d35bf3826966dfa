package health.visavis.local.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import health.visavis.MutableClock;
import health.visavis.PlatformTest;
import health.visavis.kernel.Requirement;
import health.visavis.local.demo.AccountSecrets;
import health.visavis.local.keystore.KeyFolder;
import health.visavis.local.lan.LanCertificates;
import health.visavis.notification.Attachment;
import health.visavis.notification.Mail;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every page of the one-machine edition, from here and from elsewhere. A page that is not listed fails.
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalPagesMatrixModuleTest {

    private enum Visitor {
        THIS_MACHINE("127.0.0.1", "localhost"),
        NETWORK("192.168.1.7", "192.168.1.5"),
        FOREIGN_NAME("127.0.0.1", "clinic.example");

        private final String address;
        private final String host;

        Visitor(String address, String host) {
            this.address = address;
            this.host = host;
        }
    }

    @EnableWebMvc
    @EnableWebSecurity
    static class Pages {}

    @TempDir
    private static Path temporary;

    @Autowired
    private JdbcClient jdbc;

    private final AnnotationConfigWebApplicationContext pages = new AnnotationConfigWebApplicationContext();
    private MockMvc browser;
    private UUID letter;

    @BeforeAll
    void open() {
        var clock = new MutableClock();
        var keys = KeyFolder.at(temporary.resolve("keys"));
        var secrets = new AccountSecrets(keys);
        var mailbox = new LocalMailbox(jdbc);
        new MailboxMailSender(mailbox, clock)
                .send(new Mail(
                        "a@b.example", "Your visit", "At 10", new Attachment("a.ics", "text/calendar", "BEGIN")));
        letter = mailbox.newest().getFirst().id();

        pages.setServletContext(new MockServletContext());
        pages.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "lan",
                        Map.of(
                                "visavis.edition", "local",
                                "visavis.local.mailbox", "true",
                                "visavis.local.lan", "true",
                                "visavis.base-url", "https://192.168.1.5:8080")));
        pages.addBeanFactoryPostProcessor(beans -> {
            beans.registerSingleton("localMailbox", mailbox);
            beans.registerSingleton("accountSecrets", secrets);
            beans.registerSingleton("currentCodes", new CurrentCodes(secrets, Map::of, clock));
            beans.registerSingleton(
                    "lanCertificates", new LanCertificates(keys, clock, List.of(InetAddress.ofLiteral("192.168.1.5"))));
        });
        pages.register(Pages.class, LocalPagesSecurity.class, MailboxController.class, PhoneController.class);
        pages.refresh();
        browser = MockMvcBuilders.webAppContextSetup(pages)
                .addFilters(pages.getBean("springSecurityFilterChain", Filter.class))
                .build();
    }

    @AfterAll
    void close() {
        pages.close();
    }

    @Test
    void everyPageIsListed() throws IOException {
        var served = pages.getBean(RequestMappingHandlerMapping.class).getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream()
                        .map(path -> info.getMethodsCondition()
                                        .getMethods()
                                        .iterator()
                                        .next() + " " + path));

        assertThat(lines().map(line -> line[0] + " " + line[1])).containsExactlyInAnyOrderElementsOf(served.toList());
    }

    @ParameterizedTest(name = "{0} {1} by {2}")
    @MethodSource("cells")
    @Requirement("IAM-10")
    void theAnswerIsTheListedOne(String method, String path, Visitor visitor, String expected) throws Exception {
        var response = browser.perform(request(HttpMethod.valueOf(method), path.replace("{id}", letter.toString()))
                        .with(comingFrom(visitor)))
                .andReturn()
                .getResponse();

        assertThat(response.getStatus()).isEqualTo(expected.equals("ok") ? 200 : 404);
        if (!expected.equals("ok")) {
            assertThat(response.getContentAsByteArray()).isEmpty();
        }
        assertThat(response.getHeader("Set-Cookie")).isNull();
    }

    /// The name of this machine is part of an address on the network; whoever writes it stays elsewhere.
    @Test
    void whoeverClaimsToComeFromHereIsNotBelieved() throws Exception {
        var response = browser.perform(get("/mailbox")
                        .header("X-Forwarded-For", "127.0.0.1")
                        .header("Forwarded", "for=127.0.0.1;host=localhost")
                        .header("Host", "localhost")
                        .with(comingFrom(Visitor.NETWORK)))
                .andReturn()
                .getResponse();

        assertThat(response.getStatus()).isEqualTo(404);
    }

    private static RequestPostProcessor comingFrom(Visitor visitor) {
        return request -> {
            request.setRemoteAddr(visitor.address);
            request.setServerName(visitor.host);
            return request;
        };
    }

    static Stream<Arguments> cells() throws IOException {
        return lines().flatMap(line -> Stream.of(Visitor.values())
                .map(visitor -> Arguments.of(line[0], line[1], visitor, line[2 + visitor.ordinal()])));
    }

    private static Stream<String[]> lines() throws IOException {
        return new ClassPathResource("local-pages.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\\s+"));
    }
}
