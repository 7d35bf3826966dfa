package health.visavis.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.visavis.secrets.TestSecrets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CallEnginesTest {

    @Test
    void aVisitGoesDownTheLadderAsItIsConfiguredAndNoFurther() {
        var engines = engines("direct", "audio", "telephone");

        assertThat(engines.first()).isEqualTo(EngineName.DIRECT);
        assertThat(engines.after(EngineName.DIRECT)).contains(EngineName.AUDIO);
        assertThat(engines.after(EngineName.TELEPHONE)).isEmpty();
    }

    @Test
    void anEngineThatWasTakenOutOfTheLadderIsFollowedByItsFirst() {
        assertThat(engines("audio", "telephone").after(EngineName.DIRECT)).contains(EngineName.AUDIO);
    }

    @Test
    void anEngineThatIsNotInstalledIsNamedAtTheStart() {
        assertThatThrownBy(() -> engines("acs", "direct")).hasMessageContaining("'acs'");
    }

    @Test
    void aLadderNamesEachEngineOnce() {
        assertThatThrownBy(() -> engines("direct", "direct")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(CallEnginesTest::engines).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEngineIsNamedByAShortWord() {
        assertThatThrownBy(() -> new EngineName("A name")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EngineName("")).isInstanceOf(IllegalArgumentException.class);
    }

    private static CallEngines engines(String... ladder) {
        var installed = new VisitConfiguration();
        var settings = installed.iceSettings(
                List.of(),
                List.of(),
                TestSecrets.none(),
                TurnServers.Check.SIGNATURE,
                Duration.ofMinutes(1),
                IceSettings.Policy.ALL);
        TurnPasses none = (seat, expiresAt) -> Optional.empty();
        var clock = Clock.systemUTC();
        return new CallEngines(
                List.of(
                        installed.directCallEngine(settings, none, clock),
                        installed.audioCallEngine(settings, none, clock),
                        installed.telephoneCallEngine()),
                new LadderSettings(Stream.of(ladder).map(EngineName::new).toList()));
    }
}
