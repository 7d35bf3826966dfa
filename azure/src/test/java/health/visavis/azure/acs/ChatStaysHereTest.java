package health.visavis.azure.acs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What people write goes through our own thread alone: docs/adr/0019-chat-stays-here.md.
class ChatStaysHereTest {

    private final AcsIdentities identities = new AcsIdentities(SimulatedAcs.channel());

    @Test
    void noRequestOfTheChatServiceIsKnown() {
        assertThat(Arrays.stream(AcsOperation.values()).map(AcsOperation::path))
                .noneMatch(path -> path.contains("/chat"));
    }

    @Test
    void aTokenLetsItsHolderIntoRooms() {
        var user = identities.create();

        assertThat(bearer(identities.issue(user), "voip.join")).isEqualTo(user.value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat", "chat.join", "chat.join.limited", "voip"})
    void andForNothingElse(String scope) {
        assertThat(bearer(identities.issue(identities.create()), scope)).isNull();
    }

    private static String bearer(AcsToken token, String scope) {
        return SimulatedAcs.simulator()
                .services()
                .identities()
                .bearer(token.value().reveal(), scope);
    }
}
