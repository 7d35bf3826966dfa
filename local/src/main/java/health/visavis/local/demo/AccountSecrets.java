package health.visavis.local.demo;

import health.visavis.local.keystore.KeyFolder;
import health.visavis.local.lan.QrCode;
import health.visavis.local.signin.domain.AuthenticatorKey;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The password and the second factors of the accounts that this machine made, drawn at random per installation.
public final class AccountSecrets {

    /// Without letters and digits that look alike.
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private final KeyFolder keys;
    private final SecureRandom random = new SecureRandom();

    public AccountSecrets(KeyFolder keys) {
        this.keys = keys;
    }

    /// Four groups of four: about 79 random bits, and still readable aloud.
    public String password() {
        return new String(keys.secret("accounts.password", this::newPassword), StandardCharsets.UTF_8);
    }

    /// @return null for an account that needs no second factor
    public byte @Nullable [] codeSecret(LocalAccount account) {
        if (!account.group().isStaff()) {
            return null;
        }
        var hex = keys.secret("account-" + account.signInName() + ".code", () -> {
            var secret = new byte[20];
            random.nextBytes(secret);
            return HexFormat.of().formatHex(secret).getBytes(StandardCharsets.UTF_8);
        });
        return HexFormat.of().parseHex(new String(hex, StandardCharsets.UTF_8));
    }

    /// The same for a person with a phone in his hand: a file to show in a terminal, with the key as a QR code and as
    /// text.
    ///
    /// @return its name in the folder of keys
    public String authenticatorSheet(LocalAccount account) {
        var key = new AuthenticatorKey(Objects.requireNonNull(codeSecret(account), "no second factor"));
        var name = "account-" + account.signInName() + ".authenticator";
        keys.secret(
                name,
                () -> (QrCode.of(key.address(), true) + "\n" + key.grouped() + "\n").getBytes(StandardCharsets.UTF_8));
        return name;
    }

    private byte[] newPassword() {
        var password = new StringBuilder();
        for (var position = 0; position < 16; position++) {
            password.append(position > 0 && position % 4 == 0 ? "-" : "")
                    .append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString().getBytes(StandardCharsets.UTF_8);
    }
}
