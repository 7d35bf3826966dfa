package health.visavis.simulator.acs;

import health.visavis.simulator.http.Answer;
import health.visavis.simulator.http.Json;

/// The refusals that the services share, in Microsoft's words where a recording has them.
final class Problem {

    private Problem() {}

    static Answer of(int status, String code, String message) {
        var body = Json.object();
        body.putObject("error").put("code", code).put("message", message);
        return Answer.of(status, body).with("x-ms-error-code", code);
    }

    static Answer about(String target, int status, String code, String message) {
        var body = Json.object();
        body.putObject("error").put("code", code).put("message", message).put("target", target);
        return Answer.of(status, body);
    }

    /// With one detail inside, as Rooms answers.
    static Answer detailed(String target, String message) {
        var body = Json.object();
        body.putObject("error")
                .put("code", "BadRequest")
                .put("message", "The request could not be understood by the server due to malformed syntax.")
                .putArray("details")
                .addObject()
                .put("code", "BadArgument")
                .put("message", message)
                .put("target", target);
        return Answer.of(400, body).with("x-ms-error-code", "BadRequest");
    }

    static Answer denied() {
        return of(401, "Denied", "Denied by the resource provider.");
    }

    static Answer notFound() {
        return of(404, "NotFound", "The server cannot find the requested resource.");
    }

    static Answer badRequest(String message) {
        return of(400, "BadRequest", message);
    }

    static Answer throttled(long seconds) {
        return of(429, "TooManyRequests", "The request rate is too high.").with("Retry-After", Long.toString(seconds));
    }
}
