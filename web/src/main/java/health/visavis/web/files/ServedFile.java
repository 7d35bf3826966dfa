package health.visavis.web.files;

import health.visavis.files.OpenFile;
import health.visavis.web.security.PagePolicy;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/// A file as an answer: of the kind it was found to be, not of one that a browser guesses, and isolated from the site.
public final class ServedFile {

    private final OpenFile file;

    public ServedFile(OpenFile file) {
        this.file = file;
    }

    public void download(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var name = file.details().name();
        var called = name.isEmpty() ? "visavis." + file.details().kind().extension() : name;
        write(
                request,
                response,
                ContentDisposition.attachment()
                        .filename(called, StandardCharsets.UTF_8)
                        .build());
    }

    /// Only for what was drawn anew here.
    public void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(request, response, ContentDisposition.inline().build());
    }

    private void write(HttpServletRequest request, HttpServletResponse response, ContentDisposition disposition)
            throws IOException {
        PagePolicy.isolate(request);
        response.setContentType(file.details().kind().mediaType());
        response.setContentLengthLong(file.size());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition.toString());
        file.writeTo(response.getOutputStream());
    }
}
