package health.visavis.server;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.TestDatabase;
import health.visavis.VisavisApplication;
import health.visavis.kernel.Requirement;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;

/// The application as the cluster's own settings start it: TLS by a certificate of the cluster, management on a port of
/// its own, an edge before the pages.
@SpringBootTest(
        classes = VisavisApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"management.server.port=0", "visavis.azure.frontdoor.id=" + ClusterModuleTest.FRONT_DOOR})
@ContextConfiguration(initializers = {TestDatabase.Initializer.class, ClusterSettings.class})
@Import(ServerTestConfiguration.class)
@NobodySignsIn
class ClusterModuleTest {

    static final String FRONT_DOOR = "55ce4ed1-4b06-4bf1-b40e-4638452104da";
    private static final String ANOTHER = "00000000-0000-0000-0000-000000000000";

    private static final Path PLACE = Path.of("../deploy/openshift");

    /// What the cluster itself measures (kube-state-metrics, Prometheus), not we.
    private static final Set<String> OF_THE_CLUSTER = Set.of(
            "up",
            "kube_pod_container_status_restarts_total",
            "kube_horizontalpodautoscaler_status_current_replicas",
            "kube_horizontalpodautoscaler_spec_max_replicas",
            "kube_job_status_failed");

    private final HttpClient client = HttpClient.newBuilder()
            .sslContext(ClusterSettings.CERTIFICATE.forClients())
            .build();

    @LocalServerPort
    int pages;

    @LocalManagementPort
    int management;

    @Test
    void probesAnswerBesideThePages() throws Exception {
        for (var probe : Set.of("/livez", "/readyz")) {
            assertThat(get(pages, probe).statusCode()).as(probe).isEqualTo(200);
            assertThat(get(pages, probe).body()).as(probe).doesNotContain("components");
        }
    }

    @Test
    void countersAreNotBesideThePages() throws Exception {
        assertThat(get(management, "/actuator/prometheus").statusCode()).isEqualTo(200);
        assertThat(get(pages, "/actuator/prometheus", FRONT_DOOR).statusCode()).isEqualTo(401);
        assertThat(get(management, "/actuator/env").statusCode()).isNotEqualTo(200);
    }

    @Test
    @Requirement("NET-06")
    void nothingIsServedWithoutTls() throws Exception {
        for (int port : new int[] {pages, management}) {
            for (var path : Set.of("/livez", "/", "/actuator/prometheus")) {
                var plain = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("X-Azure-FDID", FRONT_DOOR);
                var answer = send(plain);
                assertThat(answer.statusCode()).as(port + path).isEqualTo(400);
                assertThat(answer.body()).contains("requires TLS");
            }
        }
        assertThat(get(pages, "/livez").sslSession().orElseThrow().getProtocol())
                .isEqualTo("TLSv1.3");
        assertThat(get(management, "/actuator/prometheus")
                        .sslSession()
                        .orElseThrow()
                        .getPeerCertificates())
                .containsExactly(ClusterSettings.CERTIFICATE.certificate());
    }

    @Test
    void noAnswerRepeatsItsRequest() throws Exception {
        for (int port : new int[] {pages, management}) {
            var answer = send(HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/livez"))
                    .header("X-Azure-FDID", FRONT_DOOR)
                    .header("X-Repeat", "CANARY")
                    .method("TRACE", HttpRequest.BodyPublishers.noBody()));
            assertThat(answer.statusCode()).as(String.valueOf(port)).isBetween(400, 499);
            assertThat(answer.body()).doesNotContain("CANARY");
        }
    }

    @Test
    @Requirement("EDG-08")
    void onlyWhatComesThroughOurFrontDoorIsServed() throws Exception {
        assertThat(get(pages, "/", FRONT_DOOR).statusCode()).isEqualTo(200);
        assertThat(get(pages, "/", ANOTHER).statusCode()).isEqualTo(403);
        assertThat(get(pages, "/").statusCode()).isEqualTo(403);
        assertThat(get(pages, "/live", ANOTHER).statusCode()).isEqualTo(403);
    }

    /// The edge leads pages to HTTPS; what programs send it in clear it passes on, and says so.
    @Test
    @Requirement("EDG-02")
    void aProgramThatSendsInClearIsRefusedAndTold() throws Exception {
        for (var path : Set.of("/api/slots", "/live", "/logout/connect/back-channel/visavis")) {
            var answer = get(pages, path, FRONT_DOOR, "X-Forwarded-Proto", "http", "Cookie", "__Host-visavis=CANARY");
            assertThat(answer.statusCode()).as(path).isEqualTo(403);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(answer.body())
                    .contains("/problems/sent-in-clear", "use https")
                    .doesNotContain("CANARY");
            assertThat(answer.headers().map())
                    .doesNotContainKeys("location", "set-cookie", "strict-transport-security");
        }
        var sent = send(HttpRequest.newBuilder(URI.create("https://localhost:" + pages + "/api/appointments"))
                .header("X-Azure-FDID", FRONT_DOOR)
                .header("X-Forwarded-Proto", "http")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(sent.body()).contains("/problems/sent-in-clear");
        assertThat(get(pages, "/api/slots", FRONT_DOOR, "X-Forwarded-Proto", "https")
                        .statusCode())
                .isEqualTo(401);
        assertThat(get(pages, "/readyz", FRONT_DOOR, "X-Forwarded-Proto", "http")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    @Requirement("EDG-08")
    void whoeverCameAnotherWayIsOnTheTrailOnceAndNothingOfWhatTheyAskedIs() throws Exception {
        for (var time = 0; time < 40; time++) {
            assertThat(get(pages, "/CANARY-" + time + "?patient=CANARY", ANOTHER)
                            .statusCode())
                    .isEqualTo(403);
        }

        var rows = refusals();
        for (var patience = 100; rows.isEmpty() && patience > 0; patience--) {
            Thread.sleep(200);
            rows = refusals();
        }
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row)
                    .containsEntry("outcome", "REFUSED")
                    .containsEntry("address", "127.0.0.1")
                    .containsEntry("patient_id", null);
            assertThat(row.toString()).doesNotContain("CANARY").doesNotContain(ANOTHER);
        });
    }

    @Test
    void aRefusalIsAProblemWithThePagesHeaders() throws Exception {
        var program = get(pages, "/api/slots");
        assertThat(program.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(program.body()).contains("/problems/wrong-address");

        var page = get(pages, "/audit", ANOTHER, "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("not the clinic’s address");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    @Requirement("MON-07")
    void everyCounterThatAnAlertOrThePageAsksForIsThere() throws Exception {
        get(pages, "/livez");
        var exposed = get(management, "/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.replaceFirst("[{ ].*", ""))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(asked("base/serving/alerts.yaml", "expr: (?:\\|-\\n *)?(.+)"))
                .isNotEmpty()
                .isSubsetOf(with(exposed));
        assertThat(asked("cluster/dashboard.yaml", "\"expr\": *\"((?:[^\"\\\\]|\\\\.)*)\""))
                .isNotEmpty()
                .isSubsetOf(with(exposed));
    }

    @Test
    void aCounterThatNobodyKeepsIsNoticed() {
        assertThat(names("sum(rate(http_server_request_seconds_count{status=~\"5..\"}[5m])) by (pod) > 3"))
                .containsExactly("http_server_request_seconds_count");
    }

    private List<Map<String, Object>> refusals() {
        return new JdbcTemplate(TestDatabase.asSuperuser())
                .queryForList("SELECT * FROM audit_event WHERE action = 'come-past-edge' AND address = '127.0.0.1'");
    }

    private static Set<String> with(Set<String> exposed) {
        var all = new TreeSet<>(exposed);
        all.addAll(OF_THE_CLUSTER);
        return all;
    }

    private static Set<String> asked(String file, String expression) throws IOException {
        return Pattern.compile(expression)
                .matcher(Files.readString(PLACE.resolve(file)))
                .results()
                .flatMap(found -> names(found.group(1)).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Names in an expression of PromQL that are neither labels, functions nor words of the language.
    private static Set<String> names(String expression) {
        var bare = expression
                .replaceAll("\\{[^}]*}", "")
                .replaceAll("\\[[^]]*]", "")
                .replaceAll("\\b(by|without|on|ignoring|group_left|group_right) *\\([^)]*\\)", "");
        return Pattern.compile("\\b[a-z_:][a-z0-9_:]*\\b(?! *\\()")
                .matcher(bare)
                .results()
                .map(found -> found.group())
                .filter(name ->
                        !Set.of("and", "or", "unless", "bool", "offset", "e").contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create("https://localhost:" + port + path)));
    }

    private HttpResponse<String> get(int port, String path, String frontDoor, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("https://localhost:" + port + path))
                .header("X-Azure-FDID", frontDoor);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
