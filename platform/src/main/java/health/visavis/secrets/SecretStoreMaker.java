package health.visavis.secrets;

import java.util.Optional;
import org.springframework.core.env.ConfigurableEnvironment;

/// Makes a place for secrets before there is any bean. Adapters are named in `META-INF/spring.factories`.
@FunctionalInterface
public interface SecretStoreMaker {

    /// Empty where the settings name no such place.
    Optional<SecretStore> make(ConfigurableEnvironment settings);
}
