package health.visavis.web.live;

import health.visavis.web.security.CurrentActor;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/// Lets in whoever is signed in, as the actor of this moment. Coming in is no activity: it extends no session.
@Component
class LiveHandshake implements HandshakeInterceptor {

    static final String ACTOR = "actor";
    static final String SESSION = "session";

    private final CurrentActor currentActor;

    LiveHandshake(CurrentActor currentActor) {
        this.currentActor = currentActor;
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes) {
        if (request instanceof ServletServerHttpRequest servlet) {
            var session = servlet.getServletRequest().getRequestedSessionId();
            var actor = currentActor.of(servlet.getServletRequest(), session);
            if (session != null && actor.isPresent()) {
                attributes.put(ACTOR, actor.get());
                attributes.put(SESSION, session);
                return true;
            }
        }
        response.setStatusCode(HttpStatus.UNAUTHORIZED);
        return false;
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception failure) {}
}
