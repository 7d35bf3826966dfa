package health.visavis.local.lan;

import java.nio.file.Path;

/// A PKCS #12 file with the server's key and certificate chain.
///
/// @param reference where the password lies, for settings
public record ServerCertificate(Path file, String password, String reference, String alias) {

    @Override
    public String toString() {
        return "ServerCertificate[" + file + "]";
    }
}
