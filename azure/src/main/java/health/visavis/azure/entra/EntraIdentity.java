package health.visavis.azure.entra;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;

/// Who we are to Azure, as the place that we run in lets us say it. There is no secret of ours to keep, to leak or to
/// renew.
public final class EntraIdentity {

    private EntraIdentity() {}

    /// A managed identity where Azure offers one (App Service, Container Apps), else the workload identity of a
    /// cluster.
    public static TokenCredential of(EntraSettings settings, HttpClient client) {
        return settings.managed().isOffered()
                ? new ManagedIdentity(settings, client)
                : WorkloadIdentity.of(settings, client);
    }
}
