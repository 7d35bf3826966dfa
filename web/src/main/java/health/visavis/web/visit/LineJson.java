package health.visavis.web.visit;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.visavis.visit.CallCredential;
import health.visavis.visit.CallCredential.Media;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the browser needs to be on the line; `kind` says which client speaks it.
sealed interface LineJson {

    String kind();

    record Direct(String kind, boolean picture, Configuration configuration, Instant expiresAt) implements LineJson {}

    record Hosted(String kind, String room, String identity, String token, Instant expiresAt) implements LineJson {}

    record Simulated(String kind, boolean picture, Configuration configuration, Instant expiresAt)
            implements LineJson {}

    record Telephone(String kind) implements LineJson {}

    /// The browser's `RTCConfiguration`, word for word.
    record Configuration(List<IceServer> iceServers, String iceTransportPolicy) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record IceServer(
            List<String> urls,
            @Nullable String username,
            @Nullable String credential) {}

    static LineJson of(CallCredential credential) {
        return switch (credential) {
            case CallCredential.Direct direct ->
                new Direct(
                        "direct", direct.media() == Media.SOUND_AND_PICTURE, configuration(direct), direct.expiresAt());
            case CallCredential.Hosted hosted ->
                new Hosted(
                        "hosted",
                        hosted.room(),
                        hosted.identity(),
                        hosted.token().reveal(),
                        hosted.expiresAt());
            case CallCredential.Simulated simulated ->
                new Simulated(
                        "simulated",
                        true,
                        configuration(simulated.connection()),
                        simulated.connection().expiresAt());
            case CallCredential.Telephone telephone -> new Telephone("telephone");
        };
    }

    static Configuration configuration(CallCredential.Direct direct) {
        return new Configuration(
                direct.iceServers().stream().map(LineJson::server).toList(),
                direct.policy().name().toLowerCase(Locale.ROOT));
    }

    private static IceServer server(CallCredential.IceServer server) {
        var password = server.password();
        return new IceServer(server.urls(), server.userName(), password == null ? null : password.reveal());
    }
}
