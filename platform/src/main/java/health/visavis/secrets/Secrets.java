package health.visavis.secrets;

import health.visavis.kernel.Sensitive;
import java.util.List;
import java.util.Optional;
import org.springframework.core.env.Environment;

/// The secrets that settings name.
public final class Secrets {

    private final Environment settings;
    private final List<SecretStore> stores;

    Secrets(Environment settings, List<SecretStore> stores) {
        this.settings = settings;
        this.stores = List.copyOf(stores);
    }

    /// Read anew each time.
    ///
    /// @param setting such as `visavis.ice.turn-secret`
    /// @return blank where the setting is not given
    /// @throws LiteralSecret when it is the secret itself
    /// @throws SecretUnavailable when it is not where the setting says
    public Sensitive<String> of(String setting) {
        return named(setting, settings.getProperty(setting, "")).orElseGet(() -> Sensitive.of(""));
    }

    /// Empty where nothing is given.
    Optional<Sensitive<String>> named(String setting, String value) {
        return value.isBlank() ? Optional.empty() : Optional.of(read(setting, reference(setting, value)));
    }

    /// @throws LiteralSecret when it is none
    static SecretReference reference(String setting, String value) {
        return SecretReference.parse(value).orElseThrow(() -> new LiteralSecret(setting));
    }

    private Sensitive<String> read(String setting, SecretReference reference) {
        try {
            return stores.stream()
                    .filter(store -> store.holds(reference))
                    .findFirst()
                    .orElseThrow(() ->
                            new SecretUnavailable(reference, "no vault is named in visavis.azure.key-vault.endpoint"))
                    .read(reference);
        } catch (SecretUnavailable unavailable) {
            throw new SecretUnavailable(setting, reference, unavailable);
        }
    }
}
