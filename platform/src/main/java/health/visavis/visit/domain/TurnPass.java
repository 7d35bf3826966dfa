package health.visavis.visit.domain;

import health.visavis.kernel.Sensitive;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A user name and password that a TURN server accepts until an instant, without having heard of the person.
///
/// The form is the "TURN REST API" of draft-uberti-behave-turn-rest-00, which coturn speaks
/// (`use-auth-secret`): the user name is the expiry in seconds, a colon and a name of ours; the password is the
/// Base64 HMAC-SHA1 of the user name. SHA-1 is what the protocol asks for; as a MAC it is not broken.
public record TurnPass(String userName, Sensitive<String> password, Instant expiresAt) {

    public static TurnPass issue(Sensitive<String> sharedSecret, String holder, Instant expiresAt) {
        var userName = expiresAt.getEpochSecond() + ":" + holder;
        return new TurnPass(userName, Sensitive.of(signed(sharedSecret, userName)), expiresAt);
    }

    private static String signed(Sensitive<String> sharedSecret, String userName) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(sharedSecret.reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(userName.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HmacSHA1", impossible);
        }
    }
}
