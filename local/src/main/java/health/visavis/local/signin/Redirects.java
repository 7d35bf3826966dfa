package health.visavis.local.signin;

import jakarta.servlet.http.HttpServletResponse;

final class Redirects {

    private Redirects() {}

    static void seeOther(HttpServletResponse response, String location) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", location);
    }
}
