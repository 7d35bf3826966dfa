package health.visavis.azure.keyvault;

import health.visavis.azure.entra.EntraIdentity;
import health.visavis.azure.entra.EntraSettings;
import health.visavis.azure.http.AzureHttp;
import health.visavis.secrets.SecretStore;
import health.visavis.secrets.SecretStoreMaker;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;

/// Makes the place for secrets where a vault is named. It is asked by the application's identity and nothing else.
final class KeyVaultSecretsMaker implements SecretStoreMaker {

    private static final String VAULT = "visavis.azure.key-vault";

    @Override
    public Optional<SecretStore> make(ConfigurableEnvironment settings) {
        if (settings.getProperty(VAULT + ".endpoint", "").isEmpty()) {
            return Optional.empty();
        }
        var binder = Binder.get(settings);
        var vault = binder.bindOrCreate(VAULT, KeyVaultSettings.class);
        var entra = binder.bindOrCreate("visavis.azure.entra", EntraSettings.class);
        return Optional.of(new KeyVaultSecrets(vault, () -> requests(vault, entra)));
    }

    private static VaultRequests requests(KeyVaultSettings settings, EntraSettings entra) {
        try {
            var client = AzureHttp.client(settings.connectWithin(), settings.answerWithin(), SSLContext.getDefault());
            return new VaultRequests(client, EntraIdentity.of(entra, client));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("TLS is not available", missing);
        }
    }
}
