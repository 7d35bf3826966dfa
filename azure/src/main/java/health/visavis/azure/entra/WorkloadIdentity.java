package health.visavis.azure.entra;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.identity.WorkloadIdentityCredentialBuilder;

/// A token of Entra for this workload, in exchange for the assertion that the cluster has given it.
final class WorkloadIdentity {

    private WorkloadIdentity() {}

    static TokenCredential of(EntraSettings settings, HttpClient client) {
        var builder = new WorkloadIdentityCredentialBuilder()
                .authorityHost(settings.authority().toString())
                .httpClient(client);
        if (!settings.tenant().isEmpty()) {
            builder.tenantId(settings.tenant());
        }
        if (!settings.client().isEmpty()) {
            builder.clientId(settings.client());
        }
        if (!settings.tokenFile().isEmpty()) {
            builder.tokenFilePath(settings.tokenFile());
        }
        if (!settings.isMicrosofts()) {
            // Microsoft's list of its own authorities does not know another one.
            builder.disableInstanceDiscovery();
        }
        return builder.build();
    }
}
