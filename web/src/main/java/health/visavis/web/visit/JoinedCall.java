package health.visavis.web.visit;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.visavis.visit.CallCredential;
import health.visavis.visit.TakeSeat.SeatOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The answer to sitting down: the seat, who is there, and what the browser's connection needs.
record JoinedCall(SeatJson seat, List<SeatJson> others, Configuration configuration, Instant expiresAt) {

    /// The browser's `RTCConfiguration`, word for word.
    record Configuration(List<IceServer> iceServers, String iceTransportPolicy) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record IceServer(
            List<String> urls,
            @Nullable String username,
            @Nullable String credential) {}

    static JoinedCall of(SeatOutcome.Taken taken) {
        return switch (taken.credential()) {
            case CallCredential.Direct direct ->
                new JoinedCall(
                        SeatJson.of(taken.seat()),
                        taken.others().stream().map(SeatJson::of).toList(),
                        new Configuration(
                                direct.iceServers().stream()
                                        .map(JoinedCall::server)
                                        .toList(),
                                direct.policy().name().toLowerCase(Locale.ROOT)),
                        direct.expiresAt());
        };
    }

    private static IceServer server(CallCredential.IceServer server) {
        var password = server.password();
        return new IceServer(server.urls(), server.userName(), password == null ? null : password.reveal());
    }
}
