package health.visavis.azure.entra;

import com.azure.core.credential.TokenRequestContext;
import com.azure.core.exception.AzureException;
import com.azure.core.http.HttpClient;
import health.visavis.access.ClientAssertion;
import health.visavis.kernel.Sensitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Proves to Entra ID that we are the application that people sign in to, by the identity that we have anyway: the
/// registration trusts it (a federated credential), and no secret has to be kept or renewed.
///
/// In a cluster it is the assertion that the cluster gives and renews, elsewhere a token of the managed identity for
/// just this use.
final class EntraAssertion {

    private static final String USE = "api://AzureADTokenExchange";

    private EntraAssertion() {}

    static ClientAssertion of(EntraSettings settings, String givenFile, HttpClient client) {
        if (settings.managed().isOffered()) {
            var identity = new ManagedIdentity(settings, client);
            return () -> token(identity);
        }
        var file = settings.tokenFile().isEmpty() ? givenFile : settings.tokenFile();
        if (file.isEmpty()) {
            throw new IllegalStateException(
                    "Sign-in wants the identity of this application (private_key_jwt), but there is neither a managed identity (IDENTITY_ENDPOINT) nor a cluster's token (AZURE_FEDERATED_TOKEN_FILE)");
        }
        return () -> content(Path.of(file));
    }

    private static Sensitive<String> token(ManagedIdentity identity) {
        try {
            return Sensitive.of(identity.getTokenSync(new TokenRequestContext().addScopes(USE + "/.default"))
                    .getToken());
        } catch (AzureException refused) {
            throw new IllegalStateException("No token of the managed identity to sign in with", refused);
        }
    }

    private static Sensitive<String> content(Path file) {
        try {
            return Sensitive.of(Files.readString(file).strip());
        } catch (IOException unreadable) {
            throw new IllegalStateException("The cluster's token cannot be read: " + file, unreadable);
        }
    }
}
