package health.visavis.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.test.web.servlet.MockMvc;

/// What lies in `static/` is open to everybody, and nothing else on the class path or the disk is a file to
/// anybody.
@ServerTest
class FilesModuleTest {

    @Autowired
    MockMvc browser;

    @ParameterizedTest
    @MethodSource("files")
    void aStrangerGetsEveryFile(String path) throws Exception {
        var response = browser.perform(get(path)).andReturn().getResponse();

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getHeader("Cache-Control")).contains("public");
        assertThat(response.getHeader("Set-Cookie")).isNull();
    }

    /// A file that is served under no address is one too many, and one anywhere else than here is unlisted.
    @Test
    void filesLieInTheirTwoPlacesOnly() {
        assertThat(files()).isNotEmpty().allMatch(path -> path.equals("/favicon.svg") || path.startsWith("/assets/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/",
                "/assets/nothing.js",
                "/assets/../favicon.svg",
                "/assets/%2e%2e/%2e%2e/application.yml",
                "/assets/..%2f..%2fapplication.yml",
                "/assets/..;/..;/application.yml",
                "/assets/%5c..%5c..%5capplication.yml",
                "/assets/file:/etc/passwd",
                "/application.yml",
                "/platform.properties",
                "/static/favicon.svg",
                "/static/assets/matrix.css",
                "/db/bootstrap/roles.sql",
                "/META-INF/MANIFEST.MF",
                "/WEB-INF/web.xml",
                "/health/visavis/VisavisApplication.class",
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/metrics",
                "/actuator/loggers",
                "/actuator/shutdown",
                "/swagger-ui/index.html",
                "/v3/api-docs",
                "/mailbox",
                "/phone",
                "/h2-console"
            })
    void aStrangerGetsNothingElse(String path) throws Exception {
        var response = browser.perform(get(URI.create(path)).header("Accept", "text/html"))
                .andReturn()
                .getResponse();

        assertThat(response.getStatus()).isIn(302, 400, 401, 404);
        assertThat(response.getContentAsString()).doesNotContain("spring:", "CREATE ", "root:", "<svg xmlns");
        if (response.getStatus() == 302) {
            assertThat(response.getHeader("Location")).endsWith("/oauth2/authorization/visavis");
        }
    }

    static Stream<String> files() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath*:static/**"))
                    .filter(resource -> resource.isReadable() && resource.getFilename() != null)
                    .map(resource -> {
                        try {
                            return resource.getURL().getPath();
                        } catch (IOException unreadable) {
                            throw new java.io.UncheckedIOException(unreadable);
                        }
                    })
                    .filter(path -> !path.endsWith("/"))
                    .map(path -> path.substring(path.lastIndexOf("/static/") + "/static".length()))
                    .distinct();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
