package health.visavis.azure.keyvault;

import health.visavis.keys.KeyUnavailable;
import health.visavis.keys.KeyVault;
import health.visavis.keys.WrappedKey;
import java.net.URI;
import java.util.Base64;
import java.util.Map;

/// Wraps data keys with a key of Azure Key Vault (RSA-OAEP-256: RFC 8017 with SHA-256 and MGF1 with SHA-256).
///
/// What is stored names the version of the key and its vault, so a rotation changes what wraps and nothing that is
/// wrapped, and a region reads what the other has written. Our token goes to no vault but those of the settings,
/// whatever a row says. Neither keys nor the vault's own words are in any message.
///
/// See "Get Key", "Wrap Key", "Unwrap Key", "Rotate Key" and "Update Key" of Key Vault's REST API.
final class AzureKeyVault implements KeyVault {

    private static final String ALGORITHM = "RSA-OAEP-256";
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final KeyVaultSettings settings;
    private final VaultRequests requests;

    AzureKeyVault(KeyVaultSettings settings, VaultRequests requests) {
        this.settings = settings;
        this.requests = requests;
    }

    /// Asks for the current version first: new patients are rare, and a version that was just disabled wraps nothing.
    @Override
    public WrappedKey wrap(byte[] dataKey) {
        var current = current();
        return new WrappedKey(current.toString(), operate("wrapkey", current, dataKey));
    }

    @Override
    public byte[] unwrap(WrappedKey wrapped) {
        var key = KeyIdentifier.parse(wrapped.keyId())
                .filter(this::isOurs)
                .orElseThrow(() -> new KeyUnavailable(wrapped.keyId(), "of no vault of ours"));
        return operate("unwrapkey", key, wrapped.bytes());
    }

    @Override
    public String currentKeyId() {
        return current().toString();
    }

    /// The vault makes the new version as it made the last one.
    @Override
    public String rotate() {
        return identified(requests.rotate(name())).toString();
    }

    @Override
    public boolean isEarlier(String keyId, String currentKeyId) {
        return !keyId.equals(currentKeyId)
                && KeyIdentifier.parse(keyId)
                        .filter(key -> key.name().equals(settings.key()) && key.isIn(settings.endpoint()))
                        .isPresent();
    }

    /// Key Vault destroys a key with all its versions or none: a version that is to open nothing is disabled. Whoever
    /// may change keys there could enable it again.
    @Override
    public void revoke(String keyId) {
        if (keyId.equals(currentKeyId()) || !isEarlier(keyId, "")) {
            throw new KeyUnavailable(keyId, "not an earlier version of ours");
        }
        requests.disable(KeyIdentifier.parse(keyId).orElseThrow());
    }

    private KeyIdentifier current() {
        return identified(requests.get(name()));
    }

    private URI name() {
        return settings.endpoint().resolve("/keys/" + settings.key());
    }

    private KeyIdentifier identified(Map<String, Object> answer) {
        var kid = answer.get("key") instanceof Map<?, ?> key ? String.valueOf(key.get("kid")) : "";
        return KeyIdentifier.parse(kid)
                .filter(found -> found.isIn(settings.endpoint()))
                .orElseThrow(VaultRequests::unreadable);
    }

    private byte[] operate(String operation, KeyIdentifier key, byte[] value) {
        var answer = requests.post(key, operation, Map.of("alg", ALGORITHM, "value", ENCODER.encodeToString(value)));
        return VaultRequests.bytes(answer.get("value"));
    }

    private boolean isOurs(KeyIdentifier key) {
        return key.name().equals(settings.key())
                && (key.isIn(settings.endpoint()) || settings.others().stream().anyMatch(key::isIn));
    }
}
