package health.visavis.simulator.vault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.visavis.simulator.http.Json;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Optional;

/// A key on P-256, as a JSON web key (RFC 7517), and what it signs: the digest that it is sent, with ES256.
final class SigningKey {

    static final String VERSION = "0123456789abcdef0123456789abcdef";

    private static final int FIELD_BYTES = 32;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final KeyPair pair;

    SigningKey() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("P-256 is not available", missing);
        }
    }

    ObjectNode described(String kid) {
        var point = ((ECPublicKey) pair.getPublic()).getW();
        var key = Json.object();
        key.putObject("key")
                .put("kid", kid)
                .put("kty", "EC-HSM")
                .put("crv", "P-256")
                .put("x", coordinate(point.getAffineX()))
                .put("y", coordinate(point.getAffineY()));
        key.putObject("attributes").put("enabled", true);
        return key;
    }

    /// Empty when it is not asked for as it should be.
    Optional<ObjectNode> sign(JsonNode body, String kid) {
        try {
            var digest = Base64.getUrlDecoder().decode(body.path("value").asText());
            if (!"ES256".equals(body.path("alg").asText()) || digest.length != FIELD_BYTES) {
                return Optional.empty();
            }
            var signature = Signature.getInstance("NONEwithECDSAinP1363Format");
            signature.initSign(pair.getPrivate());
            signature.update(digest);
            return Optional.of(Json.object().put("kid", kid).put("value", ENCODER.encodeToString(signature.sign())));
        } catch (GeneralSecurityException | IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    private static String coordinate(BigInteger value) {
        var bytes = value.toByteArray();
        var padded = new byte[FIELD_BYTES];
        var length = Math.min(bytes.length, FIELD_BYTES);
        System.arraycopy(bytes, bytes.length - length, padded, FIELD_BYTES - length, length);
        return ENCODER.encodeToString(padded);
    }
}
