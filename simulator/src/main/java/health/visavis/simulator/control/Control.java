package health.visavis.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import health.visavis.simulator.acs.CommunicationServices;
import health.visavis.simulator.fault.Fault;
import health.visavis.simulator.fault.Faults;
import health.visavis.simulator.http.Answer;
import health.visavis.simulator.http.Json;
import health.visavis.simulator.http.Question;
import health.visavis.simulator.http.Wire;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// What a drill switches and asks, as JSON over plain HTTP:
///
/// | request | does |
/// |---|---|
/// | `POST /faults` | `{"requests": "POST /rooms", "fault": "failed", "status": 503, "times": 2}` switches one on |
/// | `DELETE /faults` | switches all off |
/// | `GET /exchanges` | what was asked, what was answered, and what the definitions find in either |
/// | `GET /state` | how many users, rooms, messages and mails there are |
/// | `POST /calls` | `{"room": …, "users": […], "seconds": 60}`: tells that a call was held there, since media is not
/// simulated |
/// | `POST /unreachable` | `{"number": …}` or `{"address": …}`: what is sent there is accepted and not delivered,
/// nobody picks up |
/// | `POST /joins` | `{"room": …, "token": …}`: whether the media service would let them in |
///
/// Faults are `failed` (with `status`), `throttled` (with `seconds`), `slow` (with `millis`), `cut` and
/// `lost-answer`; without `times` one stays.
public final class Control implements AutoCloseable {

    /// As a telephone network says it (SIP).
    private static final int NOBODY_THERE = 480;

    private final Faults faults;
    private final CommunicationServices services;
    private final Wire wire;

    private Control(int port, Faults faults, CommunicationServices services) {
        this.faults = faults;
        this.services = services;
        this.wire = Wire.plain(port, this::answer);
    }

    public static Control start(int port, Faults faults, CommunicationServices services) {
        return new Control(port, faults, services);
    }

    public URI address() {
        return URI.create("http://localhost:" + wire.port());
    }

    @Override
    public void close() {
        wire.close();
    }

    private Answer answer(Question question) {
        return switch (question.toString()) {
            case "POST /faults" -> switchOn(question.json());
            case "DELETE /faults" -> {
                faults.clear();
                yield Answer.of(204);
            }
            case "GET /exchanges" -> Answer.of(200, exchanges());
            case "GET /state" -> Answer.of(200, state());
            case "POST /calls" -> held(question.json());
            case "POST /unreachable" -> unreachable(question.json());
            case "POST /joins" ->
                Answer.of(
                        200,
                        Json.object()
                                .put(
                                        "admitted",
                                        services.admits(
                                                question.json().path("room").asText(),
                                                question.json().path("token").asText())));
            default -> Answer.of(404);
        };
    }

    private Answer held(JsonNode call) {
        var events = services.events();
        var room = call.path("room").asText();
        var users = StreamSupport.stream(call.path("users").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        if (users.isEmpty() || services.rooms().find(room).isEmpty()) {
            return Answer.of(400);
        }
        events.callStarted(room, users.getFirst());
        users.forEach(user -> events.participantAdded(room, user));
        users.forEach(user -> events.participantRemoved(room, user));
        events.callEnded(room, Duration.ofSeconds(call.path("seconds").asInt(60)));
        return Answer.of(204);
    }

    private Answer unreachable(JsonNode who) {
        if (who.hasNonNull("number")) {
            services.shortMessages().cannotReach(who.path("number").asText());
            services.calls().doesNotAnswer(who.path("number").asText(), NOBODY_THERE);
        }
        if (who.hasNonNull("address")) {
            services.emails().cannotReach(who.path("address").asText());
        }
        return Answer.of(204);
    }

    private Answer switchOn(JsonNode plan) {
        return fault(plan)
                .map(fault -> {
                    faults.add(new Faults.Planned(
                            plan.path("requests").asText(".*"),
                            fault,
                            plan.path("times").asInt(Integer.MAX_VALUE)));
                    return Answer.of(204);
                })
                .orElseGet(() -> Answer.of(400));
    }

    private static Optional<Fault> fault(JsonNode plan) {
        return Optional.ofNullable(
                switch (plan.path("fault").asText()) {
                    case "failed" -> new Fault.Failed(plan.path("status").asInt(503));
                    case "throttled" ->
                        new Fault.Throttled(
                                Duration.ofSeconds(plan.path("seconds").asInt(1)));
                    case "slow" ->
                        new Fault.Slow(Duration.ofMillis(plan.path("millis").asInt(1_000)));
                    case "cut" -> new Fault.CutBefore();
                    case "lost-answer" -> new Fault.CutAfter();
                    default -> null;
                });
    }

    private JsonNode exchanges() {
        var all = Json.array();
        for (var exchange : services.exchanges()) {
            var entry = all.addObject()
                    .put("request", exchange.request())
                    .put("service", exchange.service())
                    .put("version", exchange.version())
                    .put("operation", exchange.operation())
                    .put("status", exchange.status());
            exchange.askedWrongly().forEach(entry.putArray("askedWrongly")::add);
            exchange.answeredWrongly().forEach(entry.putArray("answeredWrongly")::add);
        }
        return all;
    }

    private JsonNode state() {
        return Json.object()
                .put("users", services.identities().users().size())
                .put("rooms", services.rooms().all().size())
                .put("messages", services.shortMessages().sent().size())
                .put("mails", services.emails().sent().size())
                .put("connections", services.calls().connections().size());
    }
}
