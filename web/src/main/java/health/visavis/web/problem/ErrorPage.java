package health.visavis.web.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// Where the container sends what never reached a controller.
@Controller
class ErrorPage implements ErrorController {

    private final Problems problems;

    ErrorPage(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("/error")
    void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.resolve(code)
                : HttpStatus.NOT_FOUND;
        problems.write(request, response, ProblemType.of(status == null ? HttpStatus.BAD_REQUEST : status));
    }
}
