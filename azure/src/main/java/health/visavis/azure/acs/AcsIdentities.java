package health.visavis.azure.acs;

import health.visavis.kernel.Sensitive;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Users and their tokens.
///
/// Making a user is not idempotent and there is no list of users: one that is made while the answer gets lost is
/// never found again. So none is made together with a token, and a user without one is good for nothing.
final class AcsIdentities {

    /// The service accepts no shorter one.
    static final Duration SHORTEST = Duration.ofMinutes(60);

    private final AcsChannel channel;

    AcsIdentities(AcsChannel channel) {
        this.channel = channel;
    }

    AcsUserId create() {
        var request = new AcsRequest(AcsOperation.CREATE_USER).with(Map.of());
        return new AcsUserId(channel.send(request).text("identity", "id"));
    }

    /// For joining calls in rooms and nothing else: no call of their own, no chat.
    AcsToken issue(AcsUserId user) {
        var answer = channel.send(new AcsRequest(AcsOperation.ISSUE_TOKEN)
                .about(user.value())
                .with(Map.of("scopes", List.of("voip.join"), "expiresInMinutes", SHORTEST.toMinutes())));
        return new AcsToken(Sensitive.of(answer.text("token")), answer.moment("expiresOn"));
    }

    void revoke(AcsUserId user) {
        channel.send(new AcsRequest(AcsOperation.REVOKE_TOKENS).about(user.value()));
    }

    void delete(AcsUserId user) {
        channel.send(new AcsRequest(AcsOperation.DELETE_USER).about(user.value()));
    }
}
