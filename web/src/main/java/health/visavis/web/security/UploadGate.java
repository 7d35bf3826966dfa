package health.visavis.web.security;

import health.visavis.web.problem.ProblemType;
import health.visavis.web.problem.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets nothing of an upload be read for a stranger, and answers one that is too large before it is read: looking for
/// the token of the form, which comes next, takes all of the body into memory.
final class UploadGate extends OncePerRequestFilter {

    private final Problems problems;
    private final long largest;

    UploadGate(Problems problems, long largest) {
        this.problems = problems;
        this.largest = largest;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isUpload(request)) {
            chain.doFilter(request, response);
        } else if (isStranger()) {
            problems.write(request, response, ProblemType.SIGN_IN_NEEDED);
        } else if (request.getContentLengthLong() > largest) {
            problems.write(request, response, ProblemType.TOO_LARGE);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isUpload(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.regionMatches(true, 0, "multipart/", 0, "multipart/".length());
    }

    private static boolean isStranger() {
        return CurrentActor.signedIn(SecurityContextHolder.getContext().getAuthentication())
                .filter(signedIn -> signedIn.person() != null)
                .isEmpty();
    }
}
