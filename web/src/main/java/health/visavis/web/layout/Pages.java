package health.visavis.web.layout;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// Draws a page into a response. It is drawn whole before its first byte leaves, so a failing template becomes
/// a clean error page.
@Component
public final class Pages {

    private final Templates templates;
    private final ShellFactory shells;

    Pages(Templates templates, ShellFactory shells) {
        this.templates = templates;
        this.shells = shells;
    }

    public void draw(Page page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var html = templates.render(page, shells.shell(request)).getBytes(StandardCharsets.UTF_8);
        response.setStatus(page.status().value());
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentLength(html.length);
        response.getOutputStream().write(html);
    }
}
