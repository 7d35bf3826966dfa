package health.visavis.visit;

import health.visavis.secrets.Secrets;
import health.visavis.visit.store.RelayPasses;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Reads the settings of the visit.
@Configuration(proxyBeanMethods = false)
class VisitConfiguration {

    @Bean
    IceSettings iceSettings(
            @Value("${visavis.ice.stun-urls:}") List<String> stunUrls,
            @Value("${visavis.ice.turn-urls:}") List<String> turnUrls,
            Secrets secrets,
            @Value("${visavis.ice.turn-check:SIGNATURE}") TurnServers.Check turnCheck,
            @Value("${visavis.ice.lifetime:PT10M}") Duration lifetime,
            @Value("${visavis.ice.policy:ALL}") IceSettings.Policy policy) {
        var turn = TurnServers.of(turnCheck, turnUrls, secrets.of("visavis.ice.turn-secret"));
        return new IceSettings(stunUrls, turn, lifetime, policy);
    }

    @Bean
    TurnPasses turnPasses(IceSettings settings, RelayPasses listed) {
        return TurnPasses.of(settings.turn(), listed);
    }

    @Bean
    QualitySettings qualitySettings(@Value("${visavis.visit.quality-retention:P90D}") Duration retention) {
        return new QualitySettings(retention);
    }

    /// The servers of the simulation are its own, so that a rehearsal can take them away.
    @Bean
    SimulationSettings simulationSettings(
            @Value("${visavis.visit.simulation.engines:}") List<String> engines,
            @Value("${visavis.visit.simulation.turn-urls:}") List<String> turnUrls,
            Secrets secrets) {
        var secret = secrets.of("visavis.visit.simulation.turn-secret");
        var turn = TurnServers.of(TurnServers.Check.SIGNATURE, turnUrls, secret);
        var policy = turnUrls.isEmpty() ? IceSettings.Policy.ALL : IceSettings.Policy.RELAY;
        return new SimulationSettings(
                engines.stream().map(EngineName::new).collect(Collectors.toUnmodifiableSet()),
                new IceSettings(List.of(), turn, Duration.ofHours(1), policy));
    }

    @Bean
    LadderSettings ladderSettings(@Value("${visavis.visit.engines:direct,audio,telephone}") List<String> engines) {
        return new LadderSettings(engines.stream().map(EngineName::new).toList());
    }

    @Bean
    CallEngine directCallEngine(IceSettings settings, TurnPasses passes, Clock clock) {
        return new DirectCallEngine(EngineName.DIRECT, CallCredential.Media.SOUND_AND_PICTURE, settings, passes, clock);
    }

    /// The same way with a tenth of the need.
    @Bean
    CallEngine audioCallEngine(IceSettings settings, TurnPasses passes, Clock clock) {
        return new DirectCallEngine(EngineName.AUDIO, CallCredential.Media.SOUND, settings, passes, clock);
    }

    @Bean
    CallEngine telephoneCallEngine() {
        return new TelephoneCallEngine();
    }
}
