package health.visavis.local.signin;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/// A page that only says something and shows the way back to the application.
final class MessageServlet extends HttpServlet {

    private final transient SignInPages pages;
    private final String key;

    MessageServlet(SignInPages pages, String key) {
        this.pages = pages;
        this.key = key;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        pages.message(request, response, key);
    }
}
