package health.visavis.visit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The engines of this installation, and the order in which a visit goes down them.
@Component
class CallEngines {

    private static final Set<EngineName> OWN = Set.of(EngineName.DIRECT, EngineName.AUDIO, EngineName.TELEPHONE);

    private final Map<EngineName, CallEngine> engines;
    private final List<EngineName> ladder;

    CallEngines(List<CallEngine> engines, LadderSettings settings) {
        this.engines = engines.stream().collect(Collectors.toUnmodifiableMap(CallEngine::name, Function.identity()));
        this.ladder = settings.engines();
        ladder.forEach(this::named);
    }

    EngineName first() {
        return ladder.getFirst();
    }

    /// Empty below the last rung. An engine that is no longer in the ladder is followed by the first one.
    Optional<EngineName> after(EngineName engine) {
        var next = ladder.indexOf(engine) + 1;
        return next < ladder.size() ? Optional.of(ladder.get(next)) : Optional.empty();
    }

    boolean inLadder(EngineName engine) {
        return ladder.contains(engine);
    }

    /// Whether the ladder names a vendor's engine beside these.
    boolean anyHostedExcept(Set<EngineName> others) {
        return ladder.stream().anyMatch(engine -> !OWN.contains(engine) && !others.contains(engine));
    }

    CallEngine named(EngineName name) {
        var engine = engines.get(name);
        if (engine == null) {
            throw new IllegalStateException("visavis.visit.engines names '" + name + "', which is not installed");
        }
        return engine;
    }
}
