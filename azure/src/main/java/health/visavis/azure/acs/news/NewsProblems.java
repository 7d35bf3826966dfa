package health.visavis.azure.acs.news;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// A delivery that cannot be read now cannot be read tomorrow.
@RestControllerAdvice(assignableTypes = NewsDesk.class)
@ConditionalOnProperty("visavis.azure.acs.news.audience")
final class NewsProblems {

    @ExceptionHandler(NewsReader.Unreadable.class)
    @ResponseStatus(HttpStatus.BAD_REQUEST)
    void unreadable() {
        // The status says it all; nothing of the delivery is repeated.
    }
}
