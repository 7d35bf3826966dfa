package health.visavis.local.signin;

import health.visavis.local.pages.Styles;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/// `/local.css`, `/passkey.js`, and under `/assets/` the style sheets and fonts that the application's build made.
final class StyleServlet extends HttpServlet {

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if ("/local.css".equals(request.getServletPath())) {
            response.setContentType("text/css;charset=UTF-8");
            response.setHeader("Cache-Control", "no-cache");
            response.getOutputStream().write(Styles.own());
            return;
        }
        if ("/passkey.js".equals(request.getServletPath())) {
            response.setContentType("text/javascript;charset=UTF-8");
            response.setHeader("Cache-Control", "no-cache");
            response.getOutputStream().write(Styles.passkeyScript());
            return;
        }
        var file = request.getPathInfo();
        var type = file == null ? null : type(file);
        if (file == null || type == null || !file.matches("/[A-Za-z0-9._-]+")) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try (var asset = StyleServlet.class.getResourceAsStream("/static/assets" + file)) {
            if (asset == null) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            response.setContentType(type);
            response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
            asset.transferTo(response.getOutputStream());
        }
    }

    private static @org.jspecify.annotations.Nullable String type(String file) {
        return switch (file.substring(file.lastIndexOf('.') + 1)) {
            case "css" -> "text/css;charset=UTF-8";
            case "woff2" -> "font/woff2";
            case "svg" -> "image/svg+xml";
            default -> null;
        };
    }
}
