package health.visavis.secrets;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where a secret lies; it may be printed.
public sealed interface SecretReference {

    String FORMS = "file:///PATH or keyvault://NAME";

    Pattern VAULT = Pattern.compile("keyvault://([A-Za-z0-9-]{1,127})(?:/([0-9a-f]{32}))?");

    /// A file of this machine, `file:///etc/visavis/secrets/turn-secret`. Its line ends at the end are no part of the
    /// secret.
    record InFile(Path path) implements SecretReference {

        @Override
        public String toString() {
            return "file://" + path;
        }
    }

    /// A secret of the vault that the installation has, `keyvault://turn-secret`, or one version of it,
    /// `keyvault://turn-secret/0123…`. Which vault that is, no reference says: our token goes to no other.
    ///
    /// @param version 32 hexadecimal digits; null for the current one
    record InVault(String name, @Nullable String version) implements SecretReference {

        @Override
        public String toString() {
            return "keyvault://" + name + (version == null ? "" : "/" + version);
        }
    }

    /// Empty for anything else, such as the secret itself.
    static Optional<SecretReference> parse(String text) {
        var vault = VAULT.matcher(text);
        if (vault.matches()) {
            return Optional.of(new InVault(vault.group(1), vault.group(2)));
        }
        return text.startsWith("file:///") ? file(text) : Optional.empty();
    }

    private static Optional<SecretReference> file(String text) {
        try {
            return Optional.of(new InFile(Path.of(URI.create(text))));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
