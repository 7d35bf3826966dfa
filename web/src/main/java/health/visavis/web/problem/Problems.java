package health.visavis.web.problem;

import health.visavis.web.layout.Page;
import health.visavis.web.layout.ShellFactory;
import health.visavis.web.layout.Templates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Answers with a problem: a page where a person looks, `application/problem+json` where a program does.
@Component
public class Problems {

    private final Templates templates;
    private final ShellFactory shells;
    private final JsonMapper json;

    Problems(Templates templates, ShellFactory shells, JsonMapper json) {
        this.templates = templates;
        this.shells = shells;
        this.json = json;
    }

    public void write(HttpServletRequest request, HttpServletResponse response, ProblemType type) throws IOException {
        write(request, response, type, null);
    }

    /// @param incident under which the failure stands in the log, for failures of ours
    void write(HttpServletRequest request, HttpServletResponse response, ProblemType type, @Nullable String incident)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(type.status().value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (type == ProblemType.UNAVAILABLE || type == ProblemType.TOO_MANY_REQUESTS) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        }
        var body = wantsPage(request) ? page(request, type, incident, response) : document(type, incident, response);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private byte[] page(
            HttpServletRequest request, ProblemType type, @Nullable String incident, HttpServletResponse response) {
        response.setContentType("text/html;charset=UTF-8");
        var page = Page.of(
                        "problem/problem",
                        new ProblemView(type.slug(), type.status().value(), incident))
                .status(type.status());
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

    private static boolean wantsPage(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return !request.getRequestURI().startsWith("/api/") && accept != null && accept.contains("text/html");
    }
}
