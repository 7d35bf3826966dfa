package health.visavis.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import health.visavis.kernel.Sensitive;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class IceSettingsTest {

    private static final Duration TWO_HOURS = Duration.ofHours(2);

    @Test
    void worksWithoutAnyServer() {
        assertThat(settings(List.of(), "", TWO_HOURS, IceSettings.Policy.ALL)
                        .turn()
                        .urls())
                .isEmpty();
    }

    @Test
    void aTurnServerNeedsASecret() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(List.of("turn:192.0.2.1"), " ", TWO_HOURS, IceSettings.Policy.ALL))
                .withMessageContaining("turn-secret");
    }

    @Test
    void relayOnlyNeedsATurnServer() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(List.of(), "", TWO_HOURS, IceSettings.Policy.RELAY))
                .withMessageContaining("turn-urls");
    }

    @Test
    void aPassLivesHoursAtMost() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(List.of(), "", Duration.ofHours(13), IceSettings.Policy.ALL));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(List.of(), "", Duration.ZERO, IceSettings.Policy.ALL));
    }

    @Test
    void theSecretIsNotPrinted() {
        assertThat(settings(List.of("turn:192.0.2.1"), "s3cret", TWO_HOURS, IceSettings.Policy.RELAY)
                        .toString())
                .doesNotContain("s3cret");
    }

    /// The secret would stay good for passes that the list knows nothing of.
    @Test
    void passesThatAreLookedUpAreNotSignedWithASharedSecret() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lookedUp(List.of("turn:192.0.2.1"), "s3cret"))
                .withMessageContaining("turn-check=DATABASE and visavis.ice.turn-secret exclude each other")
                .withMessageNotContaining("s3cret");
    }

    @Test
    void passesThatAreLookedUpNeedAServerThatLooks() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lookedUp(List.of(), ""))
                .withMessageContaining("turn-urls");
        assertThat(lookedUp(List.of("turn:192.0.2.1"), "").urls()).containsExactly("turn:192.0.2.1");
    }

    /// The vault of an installation holds one, used or not.
    @Test
    void aSecretWithoutAServerIsOfNoUse() {
        assertThat(settings(List.of(), "s3cret", TWO_HOURS, IceSettings.Policy.ALL)
                        .turn())
                .isInstanceOf(TurnServers.None.class);
    }

    private static TurnServers lookedUp(List<String> turnUrls, String secret) {
        return TurnServers.of(TurnServers.Check.DATABASE, turnUrls, Sensitive.of(secret));
    }

    private static IceSettings settings(
            List<String> turnUrls, String secret, Duration lifetime, IceSettings.Policy policy) {
        return new IceSettings(
                List.of(),
                TurnServers.of(TurnServers.Check.SIGNATURE, turnUrls, Sensitive.of(secret)),
                lifetime,
                policy);
    }
}
