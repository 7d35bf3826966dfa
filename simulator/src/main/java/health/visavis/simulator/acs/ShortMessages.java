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
import java.util.regex.Pattern;

/// SMS. Each recipient has a result of their own inside an answer that is 202 all the same.
public final class ShortMessages {

    /// @param report whether a delivery report was asked for
    public record Sent(String messageId, String from, String to, String text, boolean report) {}

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final int MOST_RECIPIENTS = 100;
    private static final int LONGEST = 2048;

    private final Set<String> owned;
    private final EventGrid events;
    private final Set<String> unreachable = ConcurrentHashMap.newKeySet();
    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final Map<String, ObjectNode> repeated = new ConcurrentHashMap<>();

    ShortMessages(Set<String> owned, EventGrid events) {
        this.owned = owned;
        this.events = events;
    }

    List<Route> routes() {
        return List.of(Route.of("POST", "/sms", (question, none) -> send(question)));
    }

    /// What is sent there is accepted, and reported as not delivered.
    public void cannotReach(String number) {
        unreachable.add(number);
    }

    public List<Sent> sent() {
        return List.copyOf(sent);
    }

    private Answer send(Question question) {
        var body = question.json();
        var from = body.path("from").asText("");
        if (!E164.matcher(from).matches()) {
            return wrong("From", "Invalid From phone number format");
        }
        // Recorded: no body at all for a number of somebody else.
        if (!owned.contains(from)) {
            return Answer.of(401);
        }
        var recipients = body.path("smsRecipients");
        // Not recorded; the limits are Microsoft's.
        if (recipients.isEmpty() || recipients.size() > MOST_RECIPIENTS) {
            return wrong("SmsRecipients", "Invalid number of recipients");
        }
        if (body.path("message").asText("").length() > LONGEST) {
            return wrong("Message", "Invalid message length");
        }
        var answer = Json.object();
        var values = answer.putArray("value");
        for (var recipient : recipients) {
            values.add(result(recipient, body));
        }
        return Answer.of(202, answer);
    }

    private JsonNode result(JsonNode recipient, JsonNode body) {
        var to = recipient.path("to").asText("");
        if (!E164.matcher(to).matches()) {
            return Json.object()
                    .put("to", to)
                    .put("httpStatusCode", 400)
                    .put("errorMessage", "Invalid To phone number format.")
                    .put("successful", false);
        }
        var requestId = recipient.path("repeatabilityRequestId").asText("");
        if (requestId.isEmpty()) {
            return accepted(to, body);
        }
        if (!Times.isHttpDate(recipient.path("repeatabilityFirstSent").asText(null))) {
            return Json.object()
                    .put("to", to)
                    .put("httpStatusCode", 400)
                    .put("repeatabilityResult", "rejected")
                    .put(
                            "errorMessage",
                            "Request sent with Invalid DateTime value for repeatability-first-sent. Expected is DateTime ,RFC1123 pattern.")
                    .put("successful", false);
        }
        return repeated.computeIfAbsent(
                requestId + " " + to, key -> accepted(to, body).put("repeatabilityResult", "accepted"));
    }

    private ObjectNode accepted(String to, JsonNode body) {
        var messageId = "Outgoing_" + UUID.randomUUID() + "_noam";
        sent.add(new Sent(
                messageId,
                body.path("from").asText(),
                to,
                body.path("message").asText(),
                body.path("smsSendOptions").path("enableDeliveryReport").asBoolean()));
        if (sent.getLast().report()) {
            events.smsReport(messageId, body.path("from").asText(), to, !unreachable.contains(to));
        }
        return Json.object()
                .put("to", to)
                .put("messageId", messageId)
                .put("httpStatusCode", 202)
                .put("successful", true);
    }

    private static Answer wrong(String field, String sentence) {
        var body = Json.object();
        body.putArray(field).add(sentence);
        return Answer.of(400, body);
    }
}
