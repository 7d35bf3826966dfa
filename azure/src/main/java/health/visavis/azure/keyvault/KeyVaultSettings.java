package health.visavis.azure.keyvault;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The vaults whose keys wrap the patients' data keys.
///
/// @param endpoint the vault of this region, such as `https://clinic.vault.azure.net`, by its private endpoint
/// @param others vaults of other regions: what they wrapped is opened there, and nothing else is asked of them
/// @param key its name in each vault; an RSA key that may wrap and unwrap
/// @param signingKey name of the key that signs the audit log, in the vault of this region; on P-256, with leave to
/// sign
/// @param connectWithin for one connection
/// @param answerWithin for one answer; two repetitions may follow
@ConfigurationProperties("visavis.azure.key-vault")
public record KeyVaultSettings(
        URI endpoint,
        @DefaultValue({}) List<URI> others,
        @DefaultValue("patients") String key,
        @DefaultValue("checkpoints") String signingKey,
        @DefaultValue("1s") Duration connectWithin,
        @DefaultValue("2s") Duration answerWithin) {

    public KeyVaultSettings {
        check("endpoint", endpoint);
        others.forEach(other -> check("others", other));
        others = List.copyOf(others);
        if (!KeyIdentifier.isName(key) || !KeyIdentifier.isName(signingKey)) {
            throw new IllegalArgumentException("visavis.azure.key-vault.key and signing-key must be the names of keys");
        }
    }

    private static void check(String name, URI address) {
        if (!"https".equals(address.getScheme())
                || address.getHost() == null
                || address.getUserInfo() != null
                || !address.getPath().matches("/?")
                || address.getQuery() != null) {
            throw new IllegalArgumentException(
                    "visavis.azure.key-vault." + name + " must be the https address of a vault and nothing else");
        }
    }
}
