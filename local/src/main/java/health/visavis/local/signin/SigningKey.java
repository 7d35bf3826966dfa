package health.visavis.local.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import health.visavis.local.keystore.KeyFolder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.UUID;

/// The key that signs the tokens; made once and kept, so that tokens hold across restarts.
final class SigningKey {

    private static final String FILE = "signin-signing.jwk";

    private SigningKey() {}

    static JWKSet in(KeyFolder keys) {
        var json = new String(keys.secret(FILE, SigningKey::generate), StandardCharsets.UTF_8);
        try {
            return new JWKSet(RSAKey.parse(json));
        } catch (ParseException e) {
            throw new IllegalStateException("the signing key can not be read");
        }
    }

    private static byte[] generate() {
        try {
            return new RSAKeyGenerator(3072)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate()
                    .toJSONString()
                    .getBytes(StandardCharsets.UTF_8);
        } catch (JOSEException e) {
            throw new IllegalStateException("RSA is not available", e);
        }
    }
}
