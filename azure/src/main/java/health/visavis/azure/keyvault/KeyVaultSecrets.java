package health.visavis.azure.keyvault;

import health.visavis.kernel.Sensitive;
import health.visavis.keys.KeyUnavailable;
import health.visavis.keys.KeyVaultAway;
import health.visavis.secrets.SecretReference;
import health.visavis.secrets.SecretReference.InVault;
import health.visavis.secrets.SecretStore;
import health.visavis.secrets.SecretUnavailable;
import java.util.function.Supplier;

/// Secrets of the region's vault. See "Get Secret" of Key Vault's REST API.
final class KeyVaultSecrets implements SecretStore {

    private final KeyVaultSettings settings;
    private final Supplier<VaultRequests> requests;

    /// @param requests asked when a secret is: most installations have none here
    KeyVaultSecrets(KeyVaultSettings settings, Supplier<VaultRequests> requests) {
        this.settings = settings;
        this.requests = requests;
    }

    @Override
    public boolean holds(SecretReference reference) {
        return reference instanceof InVault;
    }

    @Override
    public Sensitive<String> read(SecretReference reference) {
        if (!(reference instanceof InVault(var name, var version))) {
            throw new SecretUnavailable(reference, "it lies in no vault");
        }
        var path = "/secrets/" + name + (version == null ? "" : "/" + version);
        try {
            var answer = requests.get().get(settings.endpoint().resolve(path));
            if (!(answer.get("value") instanceof String value) || value.isBlank()) {
                throw new SecretUnavailable(reference, "it is empty");
            }
            return Sensitive.of(value);
        } catch (KeyUnavailable gone) {
            throw new SecretUnavailable(reference, "the vault has none that is enabled");
        } catch (KeyVaultAway away) {
            throw new SecretUnavailable(reference, String.valueOf(away.getMessage()));
        }
    }
}
