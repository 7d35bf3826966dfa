package health.visavis.simulator.acs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.visavis.simulator.http.Answer;
import health.visavis.simulator.http.Json;
import health.visavis.simulator.http.Question;
import health.visavis.simulator.news.EventGrid;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// Mail: accepted first, then an operation that runs and ends.
public final class Emails {

    /// @param message as it was posted
    public record Sent(String operationId, JsonNode message) {}

    private static final int LARGEST = 10 * 1024 * 1024;

    private final Set<String> domains;
    private final EventGrid events;
    private final Set<String> unreachable = ConcurrentHashMap.newKeySet();
    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    /// How many more times the operation will be found running.
    private final Map<String, Integer> operations = new ConcurrentHashMap<>();
    private volatile int runsFor = 1;
    private volatile @Nullable String failsWith;

    Emails(Set<String> domains, EventGrid events) {
        this.domains = domains;
        this.events = events;
    }

    List<Route> routes() {
        return List.of(
                Route.of("POST", "/emails:send", (question, none) -> send(question)),
                Route.of("GET", "/emails/operations/{}", (question, id) -> status(id)));
    }

    /// What is sent there is accepted, and bounces.
    public void cannotReach(String address) {
        unreachable.add(address);
    }

    public List<Sent> sent() {
        return List.copyOf(sent);
    }

    /// How often an operation is found running before it ends, and with which error it ends; null: it succeeds.
    public void end(int runsFor, @Nullable String failsWith) {
        this.runsFor = runsFor;
        this.failsWith = failsWith;
    }

    private Answer send(Question question) {
        if (question.body().length > LARGEST) {
            return Problem.of(413, "RequestTooLarge", "Email request is larger than 10 MB.");
        }
        var message = question.json();
        var sender = message.path("senderAddress").asText("");
        if (message.path("recipients").path("to").isEmpty()
                && message.path("recipients").path("cc").isEmpty()
                && message.path("recipients").path("bcc").isEmpty()) {
            return Problem.of(400, "BadRequest", "At least one recipient is required.");
        }
        if (!domains.contains(sender.substring(sender.indexOf('@') + 1))) {
            return Problem.of(404, "DomainNotLinked", "The specified sender domain has not been linked.");
        }
        var given = question.header("Operation-Id");
        var id = given == null ? UUID.randomUUID().toString() : given;
        if (operations.putIfAbsent(id, runsFor) == null) {
            sent.add(new Sent(id, message));
            for (var recipient : message.path("recipients").path("to")) {
                var address = recipient.path("address").asText();
                events.mailReport(id, sender, address, !unreachable.contains(address));
            }
        }
        return Answer.of(202, operation(id, "Running"))
                .with(
                        "Operation-Location",
                        "https://%s/emails/operations/%s?api-version=%s"
                                .formatted(question.header("Host"), id, question.parameter("api-version")))
                .with("retry-after", "1");
    }

    private Answer status(String id) {
        var left = operations.computeIfPresent(id, (key, runs) -> runs - 1);
        if (left == null) {
            return Problem.of(404, "OperationNotFound", "The operation does not exist.");
        }
        if (left >= 0) {
            return Answer.of(200, operation(id, "Running")).with("retry-after", "1");
        }
        var failure = failsWith;
        if (failure == null) {
            return Answer.of(200, operation(id, "Succeeded"));
        }
        var failed = operation(id, "Failed");
        failed.putObject("error").put("code", failure).put("message", "Email was dropped.");
        return Answer.of(200, failed);
    }

    /// Recorded: the error is there, and null, while there is none.
    private static ObjectNode operation(String id, String status) {
        return Json.object().put("id", id).put("status", status).putNull("error");
    }
}
