package health.visavis.web.i18n;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/// `?lang=es` on any page a stranger can open: leaves the cookie and comes back to the page without the parameter.
@Component
public final class LanguageSwitch implements HandlerInterceptor {

    private static final String PARAMETER = "lang";

    private final LanguageChoice choice;

    LanguageSwitch(LanguageChoice choice) {
        this.choice = choice;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var chosen = Optional.ofNullable(request.getParameter(PARAMETER)).flatMap(Language::of);
        if (chosen.isEmpty() || !request.getMethod().equals("GET")) {
            return true;
        }
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                choice.remember(chosen.get(), request.isSecure()).toString());
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, request.getRequestURI());
        return false;
    }
}
