package health.visavis.web.problem;

import health.visavis.access.AccessDenied;
import health.visavis.files.ChunkStoreAway;
import health.visavis.keys.ContentDestroyed;
import health.visavis.keys.KeyUnavailable;
import health.visavis.keys.KeyVaultAway;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLTransientException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/// The one place where an exception becomes an answer.
@ControllerAdvice
@Order
class ProblemHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    private final Problems problems;

    ProblemHandler(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    void refused(AccessDenied denied, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (denied.wantsFreshProof()) {
            problems.signInAgain(request, response);
            return;
        }
        problems.write(request, response, typeOf(denied));
    }

    private static ProblemType typeOf(AccessDenied denied) {
        if (denied.proxyEnded()) {
            return ProblemType.PROXY_ENDED;
        }
        if (denied.notForProxy()) {
            return ProblemType.NOT_FOR_PROXY;
        }
        return denied.existencePrivate() ? ProblemType.NOT_FOUND : ProblemType.NOT_ALLOWED;
    }

    @ExceptionHandler
    void tooMany(TriedTooOften often, HttpServletRequest request, HttpServletResponse response) throws IOException {
        problems.tooMany(request, response, often.pause());
    }

    @ExceptionHandler
    void noActor(InsufficientAuthenticationException missing, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        problems.write(request, response, ProblemType.SIGN_IN_NEEDED);
    }

    /// An address with an id that is no id leads nowhere.
    @ExceptionHandler
    void noSuchAddress(
            MethodArgumentTypeMismatchException wrong, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var inPath =
                wrong.getParameter().hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class);
        problems.write(request, response, inPath ? ProblemType.NOT_FOUND : ProblemType.BAD_REQUEST);
    }

    /// A body that is no JSON, or not of the expected shape. Its message quotes the body and is not repeated.
    @ExceptionHandler
    void unreadable(
            HttpMessageNotReadableException unreadable, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        problems.write(request, response, ProblemType.BAD_REQUEST);
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        CannotCreateTransactionException.class,
        SQLTransientException.class
    })
    void databaseAway(Exception away, HttpServletRequest request, HttpServletResponse response) throws IOException {
        LOG.warn("Database not available: {}", away.getClass().getName());
        problems.write(request, response, ProblemType.UNAVAILABLE);
    }

    @ExceptionHandler
    void chunksAway(ChunkStoreAway away, HttpServletRequest request, HttpServletResponse response) throws IOException {
        LOG.warn("Files not available: {}", away.getMessage());
        problems.write(request, response, ProblemType.UNAVAILABLE);
    }

    @ExceptionHandler
    void keysAway(KeyVaultAway away, HttpServletRequest request, HttpServletResponse response) throws IOException {
        LOG.warn("Keys not available: {}", away.getMessage());
        problems.write(request, response, ProblemType.UNAVAILABLE);
    }

    @ExceptionHandler
    void contentDestroyed(ContentDestroyed gone, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        problems.write(request, response, ProblemType.CONTENT_DESTROYED);
    }

    /// Nobody has decided this about one patient: somebody has to see to the key.
    @ExceptionHandler
    void keyGone(KeyUnavailable gone, HttpServletRequest request, HttpServletResponse response) throws IOException {
        LOG.error("A key does not open what it should: {}", gone.getMessage());
        problems.write(request, response, ProblemType.UNAVAILABLE);
    }

    /// Spring's own exceptions know their status; everything else is a mistake of ours. Messages are not
    /// logged: they may carry input.
    @ExceptionHandler
    void failed(Exception failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (failure instanceof ErrorResponse known) {
            var status = HttpStatus.resolve(known.getStatusCode().value());
            problems.write(request, response, ProblemType.of(status == null ? HttpStatus.BAD_REQUEST : status));
            return;
        }
        var incident = UUID.randomUUID().toString();
        LOG.error("Incident {}: {}", incident, Traces.withoutMessages(failure));
        problems.ourMistake(request, response, incident);
    }
}
