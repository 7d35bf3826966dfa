package health.visavis.proof.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.function.Supplier;

/// Signs in as people do: from the platform to the provider's pages and back.
public final class SignIn {

    private static final String START = "/oauth2/authorization/visavis";

    private SignIn() {}

    public static WebSession as(HttpClient client, URI address, String name, String password) {
        return as(client, address, name, password, () -> {
            throw new IllegalStateException("A second factor is asked of " + name);
        });
    }

    public static WebSession as(
            HttpClient client, URI address, String name, String password, Supplier<String> oneTimeCode) {
        var session = new WebSession(client, address);
        var page = session.get(START);
        page = session.submit(page.formWith("password").with("name", name).with("password", password));
        if (page.offers("code")) {
            page = session.submit(page.formWith("code").with("code", oneTimeCode.get()));
        }
        if (page.uri().getPort() != address.getPort() || page.status() != 200) {
            throw new IllegalStateException(
                    name + " could not sign in: " + page.uri().getPath() + " answered " + page.status());
        }
        return session;
    }

    /// The provider's address, found as a browser finds it.
    public static URI issuer(HttpClient client, URI address) {
        var page = new WebSession(client, address).get(START).uri();
        return URI.create(page.getScheme() + "://" + page.getAuthority());
    }
}
