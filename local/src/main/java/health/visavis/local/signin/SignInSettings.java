package health.visavis.local.signin;

import health.visavis.local.lan.ServerCertificate;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the provider answers, and whom.
///
/// @param issuer its address, as browsers and the application see it
/// @param applications the addresses of the application; the first is where a lost visitor is sent
/// @param phone the clinic's number, for whoever cannot sign in
/// @param certificate makes it answer over TLS, and on every address of this machine unless the issuer's is
///     `127.0.0.1`; without it, on loopback only
public record SignInSettings(
        URI issuer,
        List<String> applications,
        String phone,
        @Nullable ServerCertificate certificate) {

    public SignInSettings {
        applications = List.copyOf(applications);
    }

    boolean isForThisMachine() {
        return certificate == null || issuer.getHost().equals("127.0.0.1");
    }

    int port() {
        return issuer.getPort();
    }
}
