package health.visavis.web.problem;

import health.visavis.web.layout.OurPath;
import health.visavis.web.layout.Page;
import health.visavis.web.layout.ShellFactory;
import health.visavis.web.layout.Templates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/// Answers with a problem: a page where a person looks, `application/problem+json` where a program does.
@Component
public class Problems {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Templates templates;
    private final ShellFactory shells;
    private final JsonMapper json;

    Problems(Templates templates, ShellFactory shells, JsonMapper json) {
        this.templates = templates;
        this.shells = shells;
        this.json = json;
    }

    public void write(HttpServletRequest request, HttpServletResponse response, ProblemType type) throws IOException {
        write(request, response, type, PATIENCE, null);
    }

    /// Somebody has tried too often.
    ///
    /// @param wait until when it is of no use to try again
    public void tooMany(HttpServletRequest request, HttpServletResponse response, Duration wait) throws IOException {
        write(request, response, ProblemType.TOO_MANY_REQUESTS, wait, null);
    }

    /// Somebody has to show anew who they are: a page leads there, and from there back to the page that was open.
    void signInAgain(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!wantsPage(request)) {
            write(request, response, ProblemType.SIGN_IN_AGAIN);
            return;
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(
                HttpHeaders.LOCATION,
                UriComponentsBuilder.fromPath("/sign-in/again")
                        .queryParam("to", openPage(request))
                        .encode()
                        .toUriString());
    }

    /// A form is filled in again: what was typed is kept nowhere.
    private static String openPage(HttpServletRequest request) {
        if ("GET".equals(request.getMethod())) {
            return request.getRequestURI();
        }
        var from = Objects.requireNonNullElse(request.getHeader(HttpHeaders.REFERER), "");
        try {
            return OurPath.or(Objects.requireNonNullElse(new URI(from).getPath(), "/"), "/");
        } catch (URISyntaxException unreadable) {
            return "/";
        }
    }

    /// @param incident under which the failure stands in the log
    void ourMistake(HttpServletRequest request, HttpServletResponse response, String incident) throws IOException {
        write(request, response, ProblemType.OUR_MISTAKE, PATIENCE, incident);
    }

    private void write(
            HttpServletRequest request,
            HttpServletResponse response,
            ProblemType type,
            Duration wait,
            @Nullable String incident)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(type.status().value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var again = type == ProblemType.UNAVAILABLE || type == ProblemType.TOO_MANY_REQUESTS ? wait : null;
        if (again != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wholeSeconds(again)));
        }
        var view = new ProblemView(type.slug(), type.status().value(), incident, again);
        var body = wantsPage(request) ? page(request, type, view, response) : document(type, incident, response);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private byte[] page(HttpServletRequest request, ProblemType type, ProblemView view, HttpServletResponse response) {
        response.setContentType("text/html;charset=UTF-8");
        var page = Page.of("problem/problem", view).status(type.status());
        return templates.render(page, shells.shell(request)).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] document(ProblemType type, @Nullable String incident, HttpServletResponse response) {
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        var problem = type.toProblem();
        if (incident != null) {
            problem.setProperty("incident", incident);
        }
        return json.writeValueAsBytes(problem);
    }

    /// Never too early.
    private static long wholeSeconds(Duration wait) {
        return wait.plusMillis(999).toSeconds();
    }

    private static boolean wantsPage(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return !request.getRequestURI().startsWith("/api/") && accept != null && accept.contains("text/html");
    }
}
