package health.visavis.visit.domain;

import health.visavis.kernel.Algorithms;
import health.visavis.kernel.Sensitive;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.spec.SecretKeySpec;

/// A user name and password that a TURN server accepts until an instant, without having heard of the person.
///
/// The form is the "TURN REST API" of draft-uberti-behave-turn-rest-00, which coturn speaks: the user name is the
/// expiry
/// in seconds, a colon and a name of ours; the password is the Base64 HMAC-SHA1 of the user name. SHA-1 is what the
/// protocol asks for; as a MAC it is not broken.
public record TurnPass(String userName, Sensitive<String> password, Instant expiresAt) {

    /// What our servers call themselves (`--realm`); part of each key.
    public static final String REALM = "visavis";

    private static final SecureRandom RANDOM = new SecureRandom();

    public static TurnPass issue(Sensitive<String> secret, SeatId seat, Instant expiresAt) {
        var userName = expiresAt.getEpochSecond() + ":" + seat;
        return new TurnPass(userName, Sensitive.of(signed(secret, userName)), expiresAt);
    }

    /// For one pass and kept by nobody: whoever finds what a server keeps can make no other pass of it.
    public static Sensitive<String> oneTimeSecret() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Sensitive.of(Base64.getEncoder().encodeToString(bytes));
    }

    /// What a server that looks passes up keeps of one, in hexadecimal digits: the MD5 of user name, realm and password
    /// (RFC 8489, section 9.2.2; browsers know no other). It opens what the pass opens, and nothing else.
    public Sensitive<String> key() {
        try {
            var text = userName + ":" + REALM + ":" + password.reveal();
            var digest = Algorithms.inUse().digest("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return Sensitive.of(HexFormat.of().formatHex(digest));
        } catch (GeneralSecurityException refused) {
            throw withoutKeys(refused);
        }
    }

    /// @throws IllegalStateException where [#key()] cannot be computed: said at the start, and not in a call
    public static void requireKeys() {
        try {
            Algorithms.inUse().digest("MD5");
        } catch (GeneralSecurityException refused) {
            throw withoutKeys(refused);
        }
    }

    private static IllegalStateException withoutKeys(GeneralSecurityException refused) {
        return new IllegalStateException(
                "visavis.ice.turn-check=DATABASE needs MD5, which TURN makes its keys with", refused);
    }

    private static String signed(Sensitive<String> secret, String userName) {
        try {
            var mac = Algorithms.inUse().mac("HmacSHA1");
            mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(userName.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HmacSHA1", impossible);
        }
    }
}
