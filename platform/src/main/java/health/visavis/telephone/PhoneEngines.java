package health.visavis.telephone;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The carrier of this installation, if it has one. Looked for when it is needed: carriers know the [PhoneDesk], which
/// knows them.
record PhoneEngines(Supplier<List<PhoneEngine>> installed) {

    Optional<PhoneEngine> first() {
        return installed.get().stream().findFirst();
    }

    /// Empty for a carrier that is no longer installed.
    Optional<PhoneEngine> named(String name) {
        return installed.get().stream()
                .filter(engine -> engine.name().equals(name))
                .findFirst();
    }

    Optional<PhoneLine> line() {
        return installed.get().stream()
                .filter(PhoneLine.class::isInstance)
                .map(PhoneLine.class::cast)
                .findFirst();
    }

    boolean simulated() {
        return first().map(PhoneEngine::simulated).orElse(false);
    }
}
