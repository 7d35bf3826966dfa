package health.visavis.proof.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A certificate of `localhost` and `127.0.0.1` that vouches for itself, and the files that the twin of the edge reads.
///
/// @param server what a stand-in serves with
/// @param folder holds `edge-authority.pem`, `edge-server.pem` and `edge-server.key`
record StandInKeys(SSLContext server, Path folder) {

    private static final char[] PASSWORD = "stand-in".toCharArray();

    static StandInKeys madeIn(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        var file = folder.resolve("server.p12");
        var made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-validity",
                        "30",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .inheritIO()
                .start();
        assertThat(made.waitFor()).isZero();
        var store = KeyStore.getInstance("PKCS12");
        try (var bytes = Files.newInputStream(file)) {
            store.load(bytes, PASSWORD);
        }
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        var certificate = pem("CERTIFICATE", store.getCertificate("server").getEncoded());
        Files.writeString(folder.resolve("edge-authority.pem"), certificate);
        Files.writeString(folder.resolve("edge-server.pem"), certificate);
        Files.writeString(
                folder.resolve("edge-server.key"),
                pem("PRIVATE KEY", store.getKey("server", PASSWORD).getEncoded()));
        return new StandInKeys(context, folder);
    }

    Path authority() {
        return folder.resolve("edge-authority.pem");
    }

    static String pem(String what, byte[] content) {
        return "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END " + what
                + "-----\n";
    }
}
