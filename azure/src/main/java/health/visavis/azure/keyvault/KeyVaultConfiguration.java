package health.visavis.azure.keyvault;

import health.visavis.audit.CheckpointSigner;
import health.visavis.azure.entra.EntraIdentity;
import health.visavis.azure.entra.EntraSettings;
import health.visavis.azure.http.AzureHttp;
import health.visavis.keys.KeyVault;
import java.security.NoSuchAlgorithmException;
import javax.net.ssl.SSLContext;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Makes the key vault where one is named. The edition of one machine names none and has its own.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("visavis.azure.key-vault.endpoint")
@EnableConfigurationProperties({KeyVaultSettings.class, EntraSettings.class})
class KeyVaultConfiguration {

    @Bean
    VaultRequests vaultRequests(KeyVaultSettings settings, EntraSettings entra) throws NoSuchAlgorithmException {
        var client = AzureHttp.client(settings.connectWithin(), settings.answerWithin(), SSLContext.getDefault());
        return new VaultRequests(client, EntraIdentity.of(entra, client));
    }

    @Bean
    KeyVault azureKeyVault(KeyVaultSettings settings, VaultRequests requests) {
        return new AzureKeyVault(settings, requests);
    }

    @Bean
    CheckpointSigner azureCheckpointSigner(KeyVaultSettings settings, VaultRequests requests) {
        return new AzureCheckpointSigner(settings, requests);
    }
}
