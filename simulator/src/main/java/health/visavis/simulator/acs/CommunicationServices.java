package health.visavis.simulator.acs;

import health.visavis.simulator.definition.Definition;
import health.visavis.simulator.definition.Definitions;
import health.visavis.simulator.entra.FakeEntra;
import health.visavis.simulator.fault.Faults;
import health.visavis.simulator.http.Answer;
import health.visavis.simulator.http.Question;
import health.visavis.simulator.news.EventGrid;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One resource of Azure Communication Services: authority first, then the version, then the operation, and a
/// record of all that was asked.
public final class CommunicationServices {

    /// What one request came to.
    ///
    /// @param operation the definition's name of it; empty for what no definition knows
    /// @param source who described it; null for what no definition knows
    /// @param askedWrongly what the definition finds in the request
    /// @param answeredWrongly what the definition finds in the answer, which is this simulator's mistake
    public record Exchange(
            String request,
            String service,
            String version,
            String operation,
            Definition.@Nullable Source source,
            int status,
            List<String> askedWrongly,
            List<String> answeredWrongly) {}

    private static final String AUDIENCE = "https://communication.azure.com/";

    private final FakeEntra entra;
    private final Definitions definitions;
    private final Faults faults;
    private final Identities identities;
    private final Rooms rooms;
    private final ShortMessages shortMessages;
    private final Emails emails;
    private final Calls calls;
    private final Callbacks callbacks;
    private final EventGrid events;
    private final Clock clock;
    private final List<Route> routes;
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();

    /// @param numbers the telephone numbers of the resource
    /// @param domains the mail domains that are linked to it
    public CommunicationServices(
            FakeEntra entra,
            Definitions definitions,
            Faults faults,
            Set<String> numbers,
            Set<String> domains,
            Clock clock) {
        this.entra = entra;
        this.definitions = definitions;
        this.faults = faults;
        this.clock = clock;
        this.identities = new Identities(clock);
        this.rooms = new Rooms(clock);
        this.events = new EventGrid(clock);
        this.shortMessages = new ShortMessages(Set.copyOf(numbers), events);
        this.emails = new Emails(Set.copyOf(domains), events);
        this.callbacks = new Callbacks(clock);
        this.calls = new Calls(rooms, callbacks);
        this.routes = Stream.of(
                        identities.routes(), rooms.routes(), shortMessages.routes(), emails.routes(), calls.routes())
                .flatMap(List::stream)
                .toList();
    }

    public Identities identities() {
        return identities;
    }

    public Rooms rooms() {
        return rooms;
    }

    public ShortMessages shortMessages() {
        return shortMessages;
    }

    public Emails emails() {
        return emails;
    }

    public Calls calls() {
        return calls;
    }

    public Callbacks callbacks() {
        return callbacks;
    }

    public EventGrid events() {
        return events;
    }

    public List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    public void forgetExchanges() {
        exchanges.clear();
    }

    /// Whether the media service would let the bearer of this token into this room now.
    public boolean admits(String roomId, String token) {
        var user = Objects.requireNonNullElse(
                identities.bearer(token, "voip.join"),
                Objects.requireNonNullElse(identities.bearer(token, "voip"), ""));
        var now = clock.instant();
        return rooms.find(roomId)
                .filter(room -> room.participants().containsKey(user)
                        && !now.isBefore(room.from())
                        && now.isBefore(room.until()))
                .isPresent();
    }

    /// Null: the connection breaks.
    public @Nullable Answer answer(Question question) {
        return faults.answer(
                question,
                this::done,
                pause -> noted(question, Problem.throttled(pause.toSeconds())),
                status -> noted(question, Problem.of(status, "InternalServerError", "The service is not well.")));
    }

    private Answer done(Question question) {
        return noted(question, decided(question));
    }

    private Answer decided(Question question) {
        var authorization = Objects.requireNonNullElse(question.header("Authorization"), "");
        if (!authorization.startsWith("Bearer ")
                || !entra.vouches(authorization.substring("Bearer ".length()), AUDIENCE)) {
            return Problem.denied();
        }
        if (definitions.of(question).isEmpty()) {
            var file = answered(calls.fileRoutes(), question);
            return file.isPresent()
                    ? file.get()
                    : Problem.of(
                            400,
                            "UnsupportedApiVersion",
                            "The HTTP resource that matches the request URI does not support the API version '%s'."
                                    .formatted(question.parameter("api-version")));
        }
        return answered(routes, question).orElseGet(Problem::notFound);
    }

    private static Optional<Answer> answered(List<Route> routes, Question question) {
        return routes.stream()
                .map(route -> route.answer(question))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Answer noted(Question question, Answer answer) {
        var definition = definitions.of(question).orElse(null);
        exchanges.add(
                definition == null
                        ? new Exchange(question.toString(), "", "", "", null, answer.status(), List.of(), List.of())
                        : new Exchange(
                                question.toString(),
                                definition.service(),
                                definition.version(),
                                definition.operation(question).orElse(""),
                                definition.source(),
                                answer.status(),
                                definition.findings(question),
                                definition.findings(question, answer)));
        return answer;
    }
}
