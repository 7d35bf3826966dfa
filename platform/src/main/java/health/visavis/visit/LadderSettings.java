package health.visavis.visit;

import java.util.HashSet;
import java.util.List;

/// The engines of a visit in the order in which they are tried; the next one is for when one fails.
public record LadderSettings(List<EngineName> engines) {

    public LadderSettings {
        engines = List.copyOf(engines);
        if (engines.isEmpty()) {
            throw new IllegalArgumentException("visavis.visit.engines names no engine");
        }
        if (new HashSet<>(engines).size() < engines.size()) {
            throw new IllegalArgumentException("visavis.visit.engines names an engine twice");
        }
    }
}
