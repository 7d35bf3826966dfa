package health.visavis.server;

import static org.assertj.core.api.Assertions.assertThat;

import health.visavis.kernel.Requirement;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

@ClusterTest
class FrontDoorModuleTest {

    private static final String ANOTHER = "00000000-0000-0000-0000-000000000000";

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    int pages;

    @LocalManagementPort
    int management;

    @Test
    @Requirement("EDG-08")
    void onlyWhatComesThroughOurFrontDoorIsServed() throws Exception {
        assertThat(get(pages, "/", ClusterTest.FRONT_DOOR).statusCode()).isEqualTo(200);
        assertThat(get(pages, "/", ANOTHER).statusCode()).isEqualTo(403);
        assertThat(get(pages, "/").statusCode()).isEqualTo(403);
        assertThat(get(pages, "/live", ANOTHER).statusCode()).isEqualTo(403);
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
    void probesAndCountersComeFromInside() throws Exception {
        assertThat(get(pages, "/readyz").statusCode()).isEqualTo(200);
        assertThat(get(management, "/actuator/prometheus").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)));
    }

    private HttpResponse<String> get(int port, String path, String frontDoor, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("X-Azure-FDID", frontDoor);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
