package health.visavis.secrets;

import health.visavis.kernel.Sensitive;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertySource;

/// Answers Spring's own code, which knows settings as texts, with the secret itself. It lists nothing: whoever prints
/// all settings finds the references.
final class SecretsOfSpring extends PropertySource<Map<String, Sensitive<String>>> {

    /// @param secrets by the flat name of the setting
    SecretsOfSpring(Map<String, Sensitive<String>> secrets) {
        super("secrets", Map.copyOf(secrets));
    }

    @Override
    public @Nullable Object getProperty(String name) {
        if (!SecretNames.isSecret(name)) {
            return null;
        }
        var secret = source.get(SecretNames.flat(name));
        return secret == null ? null : secret.reveal();
    }
}
