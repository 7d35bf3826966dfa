package health.visavis.local.lan;

import java.nio.file.Path;

/// A PKCS #12 file with the server's key and certificate chain.
public record ServerCertificate(Path file, String password, String alias) {

    @Override
    public String toString() {
        return "ServerCertificate[" + file + "]";
    }
}
