package health.visavis.web.problem;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/// Every problem the platform can answer with (RFC 9457). One constant, one page in docs/problems.
public enum ProblemType {
    BAD_REQUEST(HttpStatus.BAD_REQUEST, "The request could not be understood"),
    SIGN_IN_NEEDED(HttpStatus.UNAUTHORIZED, "Sign in first"),
    SIGN_IN_AGAIN(HttpStatus.UNAUTHORIZED, "Show first that it is you: sign in again"),
    NOT_ALLOWED(HttpStatus.FORBIDDEN, "This is not open to you"),
    PAGE_EXPIRED(HttpStatus.FORBIDDEN, "This page was open too long: load it again"),
    WRONG_ADDRESS(HttpStatus.FORBIDDEN, "This is not the address to come by"),
    SENT_IN_CLEAR(
            HttpStatus.FORBIDDEN, "Sent in clear: use https, and take any credential that was sent as seen by others"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "Nothing is here, or it is not yours to see"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "That cannot be done at this address"),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "No answer in the wanted format"),
    CONFLICT(HttpStatus.CONFLICT, "Somebody else changed this first: load it again"),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "That is too much at once"),
    UNSUPPORTED_FORMAT(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "This format is not read here"),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "Too many requests: wait a moment"),
    OUR_MISTAKE(HttpStatus.INTERNAL_SERVER_ERROR, "Something broke on our side"),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Not available for a moment: try again"),

    // People who act for a patient
    PROXY_ENDED(HttpStatus.NOT_FOUND, "You do not act for this patient any more"),
    NOT_FOR_PROXY(HttpStatus.FORBIDDEN, "The patient has not given you this"),

    // Keys
    CONTENT_DESTROYED(HttpStatus.GONE, "What was kept here was destroyed for good"),

    // Messages
    FILE_REFUSED(HttpStatus.UNPROCESSABLE_CONTENT, "This file cannot be taken"),

    // Scheduling
    SLOT_TAKEN(HttpStatus.CONFLICT, "That time has just been taken"),
    PATIENT_BUSY(HttpStatus.CONFLICT, "The patient already has an appointment at that time"),
    OUTSIDE_CLINIC_HOURS(HttpStatus.UNPROCESSABLE_CONTENT, "The clinic is closed then"),
    CLINICIAN_LEFT(HttpStatus.CONFLICT, "That doctor no longer sees patients here"),
    TOO_LATE(HttpStatus.UNPROCESSABLE_CONTENT, "That time is too soon or already over"),

    // Visit
    NOT_ADMITTED(HttpStatus.CONFLICT, "The doctor has not let you in yet"),
    NOBODY_WAITING(HttpStatus.CONFLICT, "Nobody is in the waiting room"),
    VISIT_NOT_STARTED(HttpStatus.CONFLICT, "The doctor has not started this visit"),
    CALL_FULL(HttpStatus.CONFLICT, "This call is full"),
    VISIT_OVER(HttpStatus.CONFLICT, "This visit is over"),

    // Recording
    RECORDING_OFF(HttpStatus.CONFLICT, "Nothing is recorded now");

    private final HttpStatus status;
    private final String title;

    ProblemType(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public HttpStatus status() {
        return status;
    }

    /// Offers no `detail`: free text is where names and numbers leak.
    public ProblemDetail toProblem() {
        var problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create("/problems/" + slug()));
        problem.setTitle(title);
        return problem;
    }

    /// The general type for a status, for failures that nobody named.
    public static ProblemType of(HttpStatus status) {
        return switch (status) {
            case UNAUTHORIZED -> SIGN_IN_NEEDED;
            case FORBIDDEN -> NOT_ALLOWED;
            case NOT_FOUND -> NOT_FOUND;
            case METHOD_NOT_ALLOWED -> METHOD_NOT_ALLOWED;
            case NOT_ACCEPTABLE -> NOT_ACCEPTABLE;
            case CONFLICT -> CONFLICT;
            case CONTENT_TOO_LARGE -> TOO_LARGE;
            case UNSUPPORTED_MEDIA_TYPE -> UNSUPPORTED_FORMAT;
            case TOO_MANY_REQUESTS -> TOO_MANY_REQUESTS;
            case SERVICE_UNAVAILABLE -> UNAVAILABLE;
            default -> status.is4xxClientError() ? BAD_REQUEST : OUR_MISTAKE;
        };
    }
}
