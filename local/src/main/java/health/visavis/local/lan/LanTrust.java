package health.visavis.local.lan;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/// Lets this process trust authorities of its own beside the public ones: the application calls the sign-in
/// provider over the same HTTPS address as everybody else, and a simulator over a certificate that nobody knows.
public final class LanTrust {

    private static final List<X509Certificate> OWN = new CopyOnWriteArrayList<>();

    private LanTrust() {}

    public static void add(X509Certificate authority) {
        OWN.add(authority);
        SSLContext.setDefault(with(OWN));
    }

    static SSLContext with(List<X509Certificate> own) {
        try {
            var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            var number = 0;
            for (var issuer : publicAuthorities()) {
                trusted.setCertificateEntry("public-" + number++, issuer);
            }
            for (var authority : own) {
                trusted.setCertificateEntry("own-" + number++, authority);
            }
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trusted);
            var context = SSLContext.getInstance("TLS");
            context.init(null, factory.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | java.io.IOException e) {
            throw new IllegalStateException("TLS is not available", e);
        }
    }

    private static X509Certificate[] publicAuthorities() throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        for (var manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager trust) {
                return trust.getAcceptedIssuers();
            }
        }
        return new X509Certificate[0];
    }
}
