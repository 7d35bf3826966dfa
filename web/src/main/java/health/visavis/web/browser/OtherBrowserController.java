package health.visavis.web.browser;

import health.visavis.web.layout.Page;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// The page that [OtherBrowserFilter] answers with. Asked for by its own address it speaks of the front page.
@Controller
class OtherBrowserController {

    @GetMapping(OtherBrowserFilter.PAGE)
    Page otherBrowser(HttpServletRequest request) {
        var agent = request.getHeader(HttpHeaders.USER_AGENT);
        var verdict = request.getAttribute(OtherBrowserFilter.VERDICT) instanceof Verdict.DoesNotWork found
                ? found
                : new Verdict.LacksCalls(Browsers.platform(agent == null ? "" : agent));
        var path = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) instanceof String asked ? asked : "/";
        var link = ServletUriComponentsBuilder.fromRequest(request)
                .replacePath(path)
                .replaceQuery(null)
                .build()
                .toUri();
        return Page.of("browser/other", OtherBrowserView.of(verdict, link));
    }
}
