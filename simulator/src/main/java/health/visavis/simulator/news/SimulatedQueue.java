package health.visavis.simulator.news;

import com.fasterxml.jackson.databind.JsonNode;
import health.visavis.simulator.entra.FakeEntra;
import health.visavis.simulator.fault.Faults;
import health.visavis.simulator.http.Answer;
import health.visavis.simulator.http.Json;
import health.visavis.simulator.http.Question;
import health.visavis.simulator.http.SelfMadeCertificate;
import health.visavis.simulator.http.Wire;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One queue of Azure Service Bus behind its HTTP interface: peek-lock, complete, unlock, renew, and the dead letters
/// that a message joins after too many deliveries. A simulation: it holds nothing on disk, and keeps to Microsoft's
/// documentation, since there is no definition to be held to.
public final class SimulatedQueue implements AutoCloseable {

    public static final String NAME = "acs-events";
    public static final int MOST_DELIVERIES = 10;

    private static final String AUDIENCE = "https://servicebus.azure.net";
    private static final Duration LOCK = Duration.ofSeconds(30);
    private static final Pattern SETTLED = Pattern.compile("/" + NAME + "/messages/([^/]+)/([^/]+)");
    private static final long LOOK_EVERY_NANOS = 20_000_000;

    /// A message as it lies there.
    ///
    /// @param deliveries how often it was handed out
    /// @param lock of the delivery that has not been settled
    public record Stored(
            String id,
            long sequence,
            byte[] body,
            int deliveries,
            @Nullable String lock,
            Instant lockedUntil) {}

    private final FakeEntra entra;
    private final Faults faults;
    private final Clock clock;
    private final Wire wire;
    private final List<Stored> waiting = new ArrayList<>();
    private final List<Stored> dead = new ArrayList<>();
    private @Nullable Random disorder;
    private long sequence;

    private SimulatedQueue(FakeEntra entra, Faults faults, int port, SelfMadeCertificate certificate, Clock clock) {
        this.entra = entra;
        this.faults = faults;
        this.clock = clock;
        this.wire = Wire.overTls(port, certificate, this::answer);
    }

    public static SimulatedQueue start(
            FakeEntra entra, Faults faults, int port, SelfMadeCertificate certificate, Clock clock) {
        return new SimulatedQueue(entra, faults, port, certificate, clock);
    }

    public URI namespace() {
        return URI.create("https://localhost:" + wire.port());
    }

    public synchronized void put(byte[] body) {
        put(UUID.randomUUID().toString(), body);
    }

    /// @param id the same for a copy
    public synchronized void put(String id, byte[] body) {
        waiting.add(new Stored(id, ++sequence, body.clone(), 0, null, Instant.EPOCH));
    }

    public void put(JsonNode event) {
        put(event.path("id").asText(), event.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /// From now on messages come in any order, always the same one.
    public synchronized void comeInAnyOrder(long seed) {
        disorder = new Random(seed);
    }

    public synchronized List<Stored> waiting() {
        return List.copyOf(waiting);
    }

    public synchronized List<Stored> dead() {
        return List.copyOf(dead);
    }

    public synchronized void clear() {
        waiting.clear();
        dead.clear();
        disorder = null;
    }

    /// As if the holder had taken too long.
    public synchronized void loseEveryLock() {
        waiting.replaceAll(
                each -> new Stored(each.id(), each.sequence(), each.body(), each.deliveries(), null, Instant.EPOCH));
        bury();
    }

    @Override
    public void close() {
        wire.close();
    }

    private @Nullable Answer answer(Question question) {
        return faults.answer(
                question,
                this::done,
                pause -> Answer.of(429).with("Retry-After", Long.toString(pause.toSeconds())),
                Answer::of);
    }

    private Answer done(Question question) {
        var authorization = Objects.requireNonNullElse(question.header("Authorization"), "");
        if (!authorization.startsWith("Bearer ")
                || !entra.vouches(authorization.substring("Bearer ".length()), AUDIENCE)) {
            return Answer.of(401);
        }
        if (question.toString().equals("POST /" + NAME + "/messages/head")) {
            return handedOut(question.parameter("timeout"));
        }
        var settled = SETTLED.matcher(question.path());
        if (!settled.matches()) {
            return Answer.of(404);
        }
        return switch (question.method()) {
            case "DELETE" -> settle(settled.group(1), settled.group(2), Optional.empty());
            case "PUT" -> settle(settled.group(1), settled.group(2), Optional.of(Instant.EPOCH));
            case "POST" ->
                settle(
                        settled.group(1),
                        settled.group(2),
                        Optional.of(clock.instant().plus(LOCK)));
            default -> Answer.of(405);
        };
    }

    private Answer handedOut(@Nullable String timeout) {
        long until = System.nanoTime()
                + Duration.ofSeconds(Long.parseLong(Objects.requireNonNullElse(timeout, "60")))
                        .toNanos();
        for (var next = lockNext(); ; next = lockNext()) {
            if (next.isPresent()) {
                return next.get();
            }
            if (System.nanoTime() >= until) {
                return Answer.of(204);
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
    }

    private synchronized Optional<Answer> lockNext() {
        bury();
        var free = waiting.stream()
                .filter(each -> each.lock() == null || !clock.instant().isBefore(each.lockedUntil()))
                .sorted(Comparator.comparingLong(Stored::sequence))
                .toList();
        if (free.isEmpty()) {
            return Optional.empty();
        }
        var chosen = free.get(disorder == null ? 0 : disorder.nextInt(free.size()));
        var locked = new Stored(
                chosen.id(),
                chosen.sequence(),
                chosen.body(),
                chosen.deliveries() + 1,
                UUID.randomUUID().toString(),
                clock.instant().plus(LOCK));
        waiting.set(waiting.indexOf(chosen), locked);
        var properties = Json.object()
                .put("DeliveryCount", locked.deliveries())
                .put("LockToken", locked.lock())
                .put(
                        "LockedUntilUtc",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                locked.lockedUntil().atOffset(ZoneOffset.UTC)))
                .put("MessageId", locked.id())
                .put("SequenceNumber", locked.sequence())
                .put("State", "Active");
        return Optional.of(Answer.ofBytes(201, "application/json", locked.body())
                .with("BrokerProperties", properties.toString())
                .with("Location", namespace() + "/" + NAME + "/messages/" + locked.sequence() + "/" + locked.lock()));
    }

    /// A lock that has run out settles nothing any more.
    private synchronized Answer settle(String name, String lock, Optional<Instant> lockedUntil) {
        for (var each : List.copyOf(waiting)) {
            if (lock.equals(each.lock())
                    && (name.equals(each.id()) || name.equals(Long.toString(each.sequence())))
                    && clock.instant().isBefore(each.lockedUntil())) {
                var index = waiting.indexOf(each);
                if (lockedUntil.isEmpty()) {
                    waiting.remove(index);
                } else {
                    var freed = lockedUntil.get().equals(Instant.EPOCH);
                    waiting.set(
                            index,
                            new Stored(
                                    each.id(),
                                    each.sequence(),
                                    each.body(),
                                    each.deliveries(),
                                    freed ? null : lock,
                                    lockedUntil.get()));
                }
                bury();
                return Answer.of(200);
            }
        }
        return Answer.of(404);
    }

    private void bury() {
        var worn = waiting.stream()
                .filter(each -> each.deliveries() >= MOST_DELIVERIES
                        && (each.lock() == null || !clock.instant().isBefore(each.lockedUntil())))
                .toList();
        waiting.removeAll(worn);
        dead.addAll(worn);
    }
}
