package health.visavis.visit;

import java.util.Set;

/// Engines whose media this installation cannot reach: their calls are played by the browsers themselves and
/// labelled as a simulation on the screen. Everything else about these engines stays real.
///
/// @param ice the servers that stand for the vendor's media servers
public record SimulationSettings(Set<EngineName> engines, IceSettings ice) {

    public SimulationSettings {
        engines = Set.copyOf(engines);
    }
}
