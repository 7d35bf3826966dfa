package health.visavis.web.live;

import static health.visavis.live.LiveEvents.FROM_NOW;
import static java.util.Objects.requireNonNull;

import health.visavis.access.AccessDenied;
import health.visavis.access.Actor;
import health.visavis.access.ProxyGrants;
import health.visavis.access.ProxyScope;
import health.visavis.access.Role;
import health.visavis.live.LiveEvent;
import health.visavis.live.LiveEvents;
import health.visavis.live.LiveSubscriber;
import health.visavis.live.Topic;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what pages send and hands it on. Whatever a page sends, the worst it gets is an `error` message.
@Component
class LiveHandler extends TextWebSocketHandler {

    static final int LARGEST_MESSAGE = 64 * 1024;
    private static final Logger LOG = LoggerFactory.getLogger(LiveHandler.class);

    private final LiveEvents events;
    private final OpenPages pages;
    private final JsonMapper json;
    private final ProxyGrants proxies;
    private final Map<String, LiveCommand> commands;
    private final Map<String, LiveEventView> views;
    private final Map<String, LiveTopicGuard> guards;
    private final Executor executor =
            task -> Thread.ofVirtual().name("live-page").start(task);

    LiveHandler(
            LiveEvents events,
            OpenPages pages,
            JsonMapper json,
            ProxyGrants proxies,
            List<LiveCommand> commands,
            List<LiveEventView> views,
            List<LiveTopicGuard> guards) {
        this.events = events;
        this.pages = pages;
        this.json = json;
        this.proxies = proxies;
        this.commands = byName(commands, LiveCommand::type);
        this.views = byName(views, LiveEventView::kind);
        this.guards = byName(guards, LiveTopicGuard::prefix);
    }

    private static <T> Map<String, T> byName(Collection<T> beans, Function<T, String> name) {
        return beans.stream().collect(Collectors.toUnmodifiableMap(name, Function.identity()));
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        session.setTextMessageSizeLimit(LARGEST_MESSAGE);
        var attributes = session.getAttributes();
        pages.add(new OpenPage(
                session,
                (Actor) requireNonNull(attributes.get(LiveHandshake.ACTOR)),
                (String) requireNonNull(attributes.get(LiveHandshake.SESSION)),
                json,
                executor));
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        var page = pages.find(session.getId());
        if (page != null) {
            page.gone();
        }
    }

    @Override
    public void handleTransportError(WebSocketSession session, Throwable broken) {
        LOG.debug("A live connection broke: {}", broken.getClass().getName());
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage text) {
        var page = pages.find(session.getId());
        if (page == null) {
            return;
        }
        page.heard();
        if (!page.mayTalk()) {
            page.send(new LiveAnswer.Error("too-fast"));
            return;
        }
        read(text.getPayload())
                .ifPresentOrElse(
                        message -> handle(page, message), () -> page.send(new LiveAnswer.Error("not-understood")));
    }

    @Override
    protected void handlePongMessage(WebSocketSession session, PongMessage message) {
        var page = pages.find(session.getId());
        if (page != null) {
            page.heard();
        }
    }

    private Optional<JsonNode> read(String payload) {
        try {
            return Optional.of(json.readTree(payload))
                    .filter(message ->
                            message.isObject() && message.path("type").isString());
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }

    private void handle(OpenPage page, JsonNode message) {
        var type = message.path("type").stringValue();
        try {
            switch (type) {
                case "ping" -> page.send(new LiveAnswer.Pong());
                case "subscribe" -> subscribe(page, message);
                case "unsubscribe" -> topic(message).ifPresent(page::unfollow);
                default -> command(page, type, message);
            }
        } catch (AccessDenied refused) {
            page.send(LiveAnswer.Refused.command(type));
        } catch (IllegalArgumentException wrong) {
            page.send(new LiveAnswer.Error("not-understood"));
        } catch (RuntimeException failed) {
            LOG.warn("A live command failed with {}", failed.getClass().getName());
            page.send(new LiveAnswer.Error("failed"));
        }
    }

    private void command(OpenPage page, String type, JsonNode message) {
        var command = commands.get(type);
        if (command == null) {
            page.send(new LiveAnswer.Error("unknown-type"));
        } else {
            command.handle(page.actor(), message, page);
        }
    }

    private void subscribe(OpenPage page, JsonNode message) {
        var topic = topic(message).orElseThrow(() -> new IllegalArgumentException("not a topic"));
        var guard = guards.get(topic.kind());
        if (guard == null) {
            page.send(LiveAnswer.Refused.topic(topic.toString()));
            return;
        }
        if (!page.mayFollowMore()) {
            page.send(new LiveAnswer.Error("too-many-topics"));
            return;
        }
        try {
            guard.require(page.actor(), topic.id());
        } catch (AccessDenied refused) {
            page.send(LiveAnswer.Refused.topic(topic.toString()));
            return;
        }
        page.unfollow(topic);
        var since = Math.max(message.path("since").asLong(FROM_NOW), FROM_NOW);
        page.follows(events.subscribe(topic, since, new Drawing(page)));
    }

    /// What a patient has given to whoever acts for them; a change ends what they follow.
    private Set<ProxyScope> scopes(Actor actor) {
        return actor.proxy() ? proxies.scopesOf(actor.person(), requireNonNull(actor.patient())) : Set.of();
    }

    private static Optional<Topic> topic(JsonNode message) {
        var topic = message.path("topic");
        return topic.isString() ? Topic.parse(topic.stringValue()) : Optional.empty();
    }

    /// Draws events for the one who looks.
    private final class Drawing implements LiveSubscriber {

        private final OpenPage page;
        private final Set<ProxyScope> scopes;

        Drawing(OpenPage page) {
            this.page = page;
            this.scopes = scopes(page.actor());
        }

        @Override
        public void begins(Topic topic, long sequence) {
            page.send(new LiveAnswer.Subscribed(topic.toString(), sequence));
        }

        @Override
        public void gap(Topic topic, long sequence) {
            page.send(new LiveAnswer.Gap(topic.toString(), sequence));
        }

        @Override
        public void on(LiveEvent event) {
            var view = views.get(event.kind());
            if (view == null || page.actor().is(Role.GUEST) && !view.forGuests()) {
                return;
            }
            if (!scopes.equals(scopes(page.actor()))) {
                refuse(event.topic());
                return;
            }
            try {
                var data = view.view(page.actor(), event);
                if (data != null) {
                    page.send(LiveAnswer.Event.of(event, data));
                }
            } catch (AccessDenied ended) {
                refuse(event.topic());
            }
        }

        private void refuse(Topic topic) {
            page.unfollow(topic);
            page.send(LiveAnswer.Refused.topic(topic.toString()));
        }
    }
}
