package health.visavis.azure.keyvault;

import health.visavis.audit.CheckpointSigner;
import health.visavis.kernel.Algorithms;
import health.visavis.keys.KeyUnavailable;
import health.visavis.keys.KeyVaultAway;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Signs the checkpoints of the audit log with a key of Azure Key Vault (ES256), which never leaves it.
///
/// The version is asked for once: a rotation is noticed at the next start, or when the version that signs is disabled.
///
/// See "Get Key" and "Sign" of Key Vault's REST API.
final class AzureCheckpointSigner implements CheckpointSigner {

    private static final String ALGORITHM = "ES256";
    private static final String CURVE = "P-256";

    private final KeyVaultSettings settings;
    private final VaultRequests requests;
    private volatile @Nullable Current current;

    private record Current(KeyIdentifier key, byte[] publicKey) {}

    AzureCheckpointSigner(KeyVaultSettings settings, VaultRequests requests) {
        this.settings = settings;
        this.requests = requests;
    }

    @Override
    public Signature sign(byte[] text) {
        try {
            var signing = current();
            var digest = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(Algorithms.inUse().digest("SHA-256").digest(text));
            var answer = requests.post(signing.key(), "sign", Map.of("alg", ALGORITHM, "value", digest));
            return new Signature(VaultRequests.bytes(answer.get("value")), signing.publicKey());
        } catch (KeyUnavailable | KeyVaultAway refused) {
            current = null;
            throw new SignerAway(String.valueOf(refused.getMessage()));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("SHA-256 or P-256 is not available", missing);
        }
    }

    private Current current() throws GeneralSecurityException {
        var known = current;
        if (known == null) {
            known = ask();
            current = known;
        }
        return known;
    }

    private Current ask() throws GeneralSecurityException {
        var answer = requests.get(settings.endpoint().resolve("/keys/" + settings.signingKey()));
        if (!(answer.get("key") instanceof Map<?, ?> key) || !CURVE.equals(key.get("crv"))) {
            throw VaultRequests.unreadable();
        }
        var identifier = Optional.ofNullable(key.get("kid"))
                .map(Object::toString)
                .flatMap(KeyIdentifier::parse)
                .filter(found -> found.isIn(settings.endpoint()))
                .orElseThrow(VaultRequests::unreadable);
        return new Current(identifier, publicKey(key.get("x"), key.get("y")));
    }

    private static byte[] publicKey(@Nullable Object x, @Nullable Object y) throws GeneralSecurityException {
        var curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        var point = new ECPoint(new BigInteger(1, VaultRequests.bytes(x)), new BigInteger(1, VaultRequests.bytes(y)));
        return Algorithms.inUse()
                .keyFactory("EC")
                .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)))
                .getEncoded();
    }
}
