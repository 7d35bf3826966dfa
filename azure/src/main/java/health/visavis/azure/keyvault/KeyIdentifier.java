package health.visavis.azure.keyvault;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/// A version of a key, as Key Vault names it (`kid`): `https://VAULT/keys/NAME/VERSION`.
///
/// @param vault scheme, host and port
record KeyIdentifier(URI vault, String name, String version) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,127}");
    private static final Pattern IDENTIFIER =
            Pattern.compile("(https://[A-Za-z0-9.-]+(?::[0-9]{1,5})?)/keys/(" + NAME + ")/([0-9a-f]{32})");

    /// Empty for anything else.
    static Optional<KeyIdentifier> parse(String text) {
        var parts = IDENTIFIER.matcher(text);
        return parts.matches()
                ? Optional.of(new KeyIdentifier(URI.create(parts.group(1)), parts.group(2), parts.group(3)))
                : Optional.empty();
    }

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    boolean isIn(URI address) {
        return vault.getAuthority().equalsIgnoreCase(address.getAuthority());
    }

    @Override
    public String toString() {
        return vault + "/keys/" + name + "/" + version;
    }
}
