package health.visavis.web.layout;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Draws pages and sends redirects. A page is drawn whole before its first byte leaves, so a failing template is a
/// clean error page.
@Component
final class AnswerWriter implements HandlerMethodReturnValueHandler {

    private final Pages pages;
    private final Said said;

    AnswerWriter(Pages pages, Said said) {
        this.pages = pages;
        this.said = said;
    }

    @Override
    public boolean supportsReturnType(MethodParameter returnType) {
        return Answer.class.isAssignableFrom(returnType.getParameterType());
    }

    @Override
    public void handleReturnValue(
            @Nullable Object answer, MethodParameter returnType, ModelAndViewContainer container, NativeWebRequest web)
            throws IOException {
        container.setRequestHandled(true);
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        var response = Objects.requireNonNull(web.getNativeResponse(HttpServletResponse.class));
        switch ((Answer) Objects.requireNonNull(answer, "A controller of pages answers something")) {
            case Page page -> pages.draw(page, request, response);
            case Redirect redirect -> send(redirect, request, response);
        }
    }

    private void send(Redirect redirect, HttpServletRequest request, HttpServletResponse response) {
        if (redirect.said() != null) {
            said.keep(redirect.said(), request);
        }
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.LOCATION, request.getContextPath() + redirect.path());
    }
}
