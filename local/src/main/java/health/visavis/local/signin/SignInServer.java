package health.visavis.local.signin;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import org.apache.coyote.AbstractProtocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.error.ErrorPage;
import org.springframework.boot.web.server.Compression;
import org.springframework.boot.web.server.Cookie;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.servlet.Session;

/// The provider's own Tomcat.
final class SignInServer {

    /// Reading an authorization or an account holds one connection while it asks for a second. The pool has
    /// more connections than this, so one of them always comes free and nobody waits for ever.
    static final int AT_ONCE = 8;

    private SignInServer() {}

    static TomcatServletWebServerFactory of(SignInSettings settings) {
        var factory = new TomcatServletWebServerFactory(settings.port());
        factory.setRegisterDefaultServlet(false);
        factory.addErrorPages(new ErrorPage("/error"));
        factory.addProtocolHandlerCustomizers(handler -> {
            if (handler instanceof AbstractProtocol<?> protocol) {
                protocol.setMaxThreads(AT_ONCE);
                protocol.setMinSpareThreads(1);
            }
        });
        factory.setCompression(ofStyles());
        cookie(factory.getSettings().getSession(), settings.certificate() != null);
        if (settings.isForThisMachine()) {
            factory.setAddress(loopback());
        }
        if (settings.certificate() != null) {
            var tls = new Ssl();
            tls.setKeyStore(settings.certificate().file().toUri().toString());
            tls.setKeyStoreType("PKCS12");
            tls.setKeyStorePassword(settings.certificate().password());
            tls.setKeyAlias(settings.certificate().alias());
            tls.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
            factory.setSsl(tls);
        }
        return factory;
    }

    /// Nothing that holds a secret is compressed beside what somebody else may have chosen.
    private static Compression ofStyles() {
        var compression = new Compression();
        compression.setEnabled(true);
        compression.setMimeTypes(new String[] {"text/css"});
        return compression;
    }

    /// Cookies do not know ports: on one host this name must differ from the application's. The session only
    /// carries a person through signing in; staying signed in is the application's matter, so that its idle
    /// log-off is not undone here without a word.
    private static void cookie(Session session, boolean secure) {
        session.setTimeout(Duration.ofMinutes(10));
        session.setTrackingModes(Set.of(Session.SessionTrackingMode.COOKIE));
        session.getCookie().setName(secure ? "__Host-visavis-sign-in" : "visavis-sign-in");
        session.getCookie().setPath("/");
        session.getCookie().setHttpOnly(true);
        session.getCookie().setSecure(secure);
        session.getCookie().setSameSite(Cookie.SameSite.LAX);
    }

    private static InetAddress loopback() {
        try {
            return InetAddress.getByName("127.0.0.1");
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
