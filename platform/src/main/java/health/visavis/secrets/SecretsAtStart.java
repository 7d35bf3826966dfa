package health.visavis.secrets;

import health.visavis.kernel.Sensitive;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.support.SpringFactoriesLoader;

/// Before any bean is made, once everybody has added their settings: no setting is a secret, and Spring's own are
/// looked up.
final class SecretsAtStart implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String OURS = "visavis";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.addBeanFactoryPostProcessor(beans -> begin(context.getEnvironment(), beans));
    }

    private static void begin(ConfigurableEnvironment settings, ConfigurableListableBeanFactory beans) {
        var secrets = new Secrets(settings, stores(settings));
        var references = references(settings);
        var ofSpring = new HashMap<String, Sensitive<String>>();
        references.forEach((setting, reference) -> {
            if (!setting.startsWith(OURS)) {
                secrets.named(setting, reference).ifPresent(secret -> ofSpring.put(SecretNames.flat(setting), secret));
            }
        });
        settings.getPropertySources().addFirst(new SecretsOfSpring(ofSpring));
        beans.registerSingleton("secrets", secrets);
    }

    private static List<SecretStore> stores(ConfigurableEnvironment settings) {
        var stores = new ArrayList<SecretStore>(List.of(new FileSecrets()));
        SpringFactoriesLoader.forDefaultResourceLocation(SecretsAtStart.class.getClassLoader())
                .load(SecretStoreMaker.class)
                .stream()
                .map(maker -> maker.make(settings))
                .flatMap(Optional::stream)
                .forEach(stores::add);
        return stores;
    }

    /// What counts of each setting is its first value; none of the others may be a secret either.
    ///
    /// @return by the name of the setting
    /// @throws LiteralSecret for the first that holds one
    private static Map<String, String> references(ConfigurableEnvironment settings) {
        var references = new LinkedHashMap<String, String>();
        for (var source : ConfigurationPropertySources.from(settings.getPropertySources())) {
            if (source instanceof IterableConfigurationPropertySource readable) {
                readable.stream()
                        .filter(name -> SecretNames.isReadHere(name.toString()))
                        .forEach(name -> {
                            var property = readable.getConfigurationProperty(name);
                            if (property != null) {
                                var value = settings.resolvePlaceholders(String.valueOf(property.getValue()));
                                check(name.toString(), value)
                                        .ifPresent(found -> references.putIfAbsent(name.toString(), found));
                            }
                        });
            }
        }
        return references;
    }

    private static Optional<String> check(String setting, String value) {
        if (SecretNames.areIn(value)) {
            throw new LiteralSecret(setting);
        }
        if (!SecretNames.isSecret(setting)) {
            return Optional.empty();
        }
        if (!value.isBlank()) {
            Secrets.reference(setting, value);
        }
        return Optional.of(value);
    }
}
