package health.visavis.azure.postgres;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A token for Azure's open-source databases, kept until five minutes before it ends. In these minutes a failure to get
/// the next one costs nothing: the one at hand still opens.
final class DatabaseToken {

    private static final TokenRequestContext DATABASES =
            new TokenRequestContext().addScopes("https://ossrdbms-aad.database.windows.net/.default");
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final TokenCredential identity;
    private final Clock clock;
    private @Nullable AccessToken kept;

    DatabaseToken(TokenCredential identity, Clock clock) {
        this.identity = identity;
        this.clock = clock;
    }

    /// One at a time: connections that are opened together share the answer.
    ///
    /// @throws RuntimeException when there is none at hand and none to be had
    synchronized String value() {
        var current = kept;
        if (current == null || !isGood(current, clock.instant().plus(AHEAD))) {
            current = renewed(current);
            kept = current;
        }
        return current.getToken();
    }

    private AccessToken renewed(@Nullable AccessToken before) {
        try {
            return identity.getTokenSync(DATABASES);
        } catch (RuntimeException away) {
            if (before != null && isGood(before, clock.instant())) {
                return before;
            }
            throw away;
        }
    }

    private static boolean isGood(AccessToken token, Instant at) {
        return at.isBefore(token.getExpiresAt().toInstant());
    }
}
