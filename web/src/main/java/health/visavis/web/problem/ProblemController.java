package health.visavis.web.problem;

import health.visavis.web.layout.Page;
import java.util.Arrays;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/// The address that a problem's `type` names leads to its explanation.
@Controller
class ProblemController {

    @GetMapping("/problems/{slug}")
    Page explain(@PathVariable String slug) {
        return Arrays.stream(ProblemType.values())
                .filter(type -> type.slug().equals(slug))
                .findFirst()
                .map(type -> Page.of(
                        "problem/problem",
                        new ProblemView(type.slug(), type.status().value())))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
